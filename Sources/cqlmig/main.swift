import CMalloc
import CqlmigCommands
import Glibc

// glibc lets the heap of each further thread grow page by page, with a call of the system each time. One that begins with
// so many addresses takes no more memory, and to read thousands of scripts a twentieth less of the processors.
mallopt(M_TOP_PAD, 16 << 20)

let status = await Program.run()
exit(status)
