import Glibc

do {
    try await Benchmark(arguments: Array(CommandLine.arguments.dropFirst())).run()
} catch {
    print("bench: \(error)")
    exit(1)
}
