"""What is known of other processes of this machine."""

import os
import sys


def alive(pid: int) -> bool:
    """Whether there is a process of this number."""
    if sys.platform == "win32":  # where os.kill would end it
        import ctypes  # noqa: PLC0415 - for this system alone

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)  # to ask for its state
        if not handle:
            return bool(kernel.GetLastError() == 5)  # it is there and belongs to somebody else
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # it is still running
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass  # it is there and belongs to somebody else
    return True
