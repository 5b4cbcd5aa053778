import CqlmigCommands
import Glibc

let status = await Program.run()
exit(status)
