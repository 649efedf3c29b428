// Puts a packed copy beside every file of a folder: node pack_in_node.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const pack = promisify(brotliCompress);
const folder = process.argv[2];
await Promise.all(
  readdirSync(folder).map(async (name) => {
    const data = readFileSync(join(folder, name));
    const params = {
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    };
    writeFileSync(join(folder, `${name}.br`), await pack(data, { params }));
  }),
);
