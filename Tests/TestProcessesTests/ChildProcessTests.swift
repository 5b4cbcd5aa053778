import Glibc
import TestProcesses
import Testing

@Suite struct ChildProcessTests {
    private static func shell(
        _ script: String, input: ProcessCommand.Input = .empty, output: ProcessCommand.Output = .captured
    ) -> ProcessCommand {
        ProcessCommand("/bin/sh", ["-c", script], environment: ["NAME": "value"], input: input, output: output)
    }

    @Test("status, output and error come back, and the environment is what was given")
    func result() async throws {
        let result = try await ChildProcess(Self.shell("echo out $NAME $HOME; echo err >&2; exit 7")).result()
        #expect(result.exit == .status(7))
        #expect(result.output == "out value\n")
        #expect(result.error == "err\n")
    }

    @Test("the input is what was given", arguments: ["", "a\nb", String(repeating: "x", count: 65_536)])
    func input(_ text: String) async throws {
        let child = try ChildProcess(Self.shell("cat", input: .text(text)))
        #expect(await child.result().output == text)
    }

    @Test("an input that would wait for its reader is refused")
    func longInput() {
        #expect(throws: ProcessError.self) {
            try ChildProcess(Self.shell("cat", input: .text(String(repeating: "x", count: 1_000_000))))
        }
    }

    @Test("more output than a pipe holds does not stop the process")
    func longOutput() async throws {
        let result = try await ChildProcess(Self.shell("head -c 3000000 /dev/zero; echo x >&2")).result()
        #expect(result.output.utf8.count == 3_000_000)
        #expect(result.error == "x\n")
    }

    @Test(
        "a signal reaches the process, also one that the threads of the tests block",
        arguments: [SIGTERM, SIGINT, SIGKILL])
    func signals(_ signal: Int32) async throws {
        let child = try ChildProcess(Self.shell("echo ready; exec cat", input: .open))
        try await child.waitForText("ready")
        child.send(signal)
        #expect(await child.result().exit == .signal(signal))
        child.send(signal)
    }

    @Test("an open input ends when it is closed")
    func openInput() async throws {
        let child = try ChildProcess(Self.shell("cat; echo end", input: .open))
        child.closeInput()
        child.closeInput()
        #expect(await child.result().output == "end\n")
        child.blockUntilEnd()
    }

    @Test("waiting for a text ends with the process")
    func missingText() async throws {
        let child = try ChildProcess(Self.shell("echo something else"))
        await #expect(throws: ProcessError.self) { try await child.waitForText("ready") }
    }

    @Test("output into a pipe that nobody reads ends the process")
    func closedPipe() async throws {
        let child = try ChildProcess(Self.shell("echo x; echo y >&2", output: .closedPipe))
        let result = await child.result()
        #expect(result.output.isEmpty)
        #expect(result.exit == .signal(SIGPIPE) || result.error.contains("y"))
    }

    @Test("output can go to a file, such as a full disk")
    func fullDisk() async throws {
        let result = try await ChildProcess(Self.shell("echo x", output: .file("/dev/full"))).result()
        #expect(result.status != 0)
        #expect(!result.error.isEmpty)
    }

    @Test("the process works where it is told to")
    func directory() async throws {
        var command = Self.shell("pwd")
        command.directory = "/usr/bin"
        #expect(try await ChildProcess(command).result().output == "/usr/bin\n")
    }

    @Test("a program that is not there is an error with its name")
    func missingProgram() {
        let error = #expect(throws: ProcessError.self) { try ChildProcess(ProcessCommand("/no/such/program")) }
        #expect(error?.description.contains("/no/such/program") == true)
    }

    @Test("children do not hold each other's pipes open")
    func manyAtOnce() async throws {
        let children = try (0..<20).map { try ChildProcess(Self.shell("cat; echo \($0)", input: .open)) }
        for (number, child) in children.enumerated() {
            child.closeInput()
            #expect(await child.result().output == "\(number)\n")
        }
    }
}
