import CMalloc
import CqlmigCommands
import Glibc

// glibc lets the heap of each further thread grow page by page, with a call of the system each time: a megabyte at a time
// saves a twentieth of the processors where thousands of scripts are read. As much is kept of what is freed, so no more.
mallopt(M_TOP_PAD, 1 << 20)

let status = await Program.run()
exit(status)
