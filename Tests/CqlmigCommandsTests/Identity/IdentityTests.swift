import Testing

@testable import CqlmigCommands

@Suite struct IdentityTests {
    @Test("the user is that of the environment, or else the account's")
    func user() {
        #expect(OperatorIdentity.userName(["USER": "ann", "LOGNAME": "bob"]) == "ann")
        #expect(OperatorIdentity.userName(["USER": "", "LOGNAME": "bob"]) == "bob")
        #expect(OperatorIdentity.userName([:]) == nil)
        let process = OperatorIdentity.ofProcess([:])
        #expect(!process.user.isEmpty)
        #expect(!process.host.isEmpty)
        #expect(process.pid > 0)
        #expect(process.ciURL == nil)
    }

    struct Page: CustomTestStringConvertible, Sendable {
        let environment: [String: String]
        let url: String?
        var testDescription: String { url ?? "none" }
    }

    static let pages = [
        Page(environment: [:], url: nil),
        Page(environment: ["CI": "true", "BUILD_URL": ""], url: nil),
        Page(
            environment: [
                "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "shop/db", "GITHUB_RUN_ID": "77",
            ], url: "https://github.com/shop/db/actions/runs/77"),
        Page(
            environment: [
                "SYSTEM_COLLECTIONURI": "https://dev.azure.com/shop/", "SYSTEM_TEAMPROJECT": "db", "BUILD_BUILDID": "5",
            ], url: "https://dev.azure.com/shop/db/_build/results?buildId=5"),
        Page(
            environment: ["BITBUCKET_GIT_HTTP_ORIGIN": "https://bitbucket.org/shop/db", "BITBUCKET_BUILD_NUMBER": "8"],
            url: "https://bitbucket.org/shop/db/pipelines/results/8"),
        Page(environment: ["CI_JOB_URL": "https://gitlab.com/j/1"], url: "https://gitlab.com/j/1"),
        Page(environment: ["BUILD_URL": "https://jenkins/job/1/"], url: "https://jenkins/job/1/"),
    ]

    @Test("the page of the job comes from the variables of the CI systems", arguments: pages)
    func page(_ wanted: Page) {
        #expect(CIPage.url(wanted.environment) == wanted.url)
    }
}
