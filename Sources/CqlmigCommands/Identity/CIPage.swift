/// The page of the job that runs the program, from the variables that CI systems set.
enum CIPage {
    /// The address; nil outside of the systems that are known.
    static func url(_ environment: [String: String]) -> String? {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let server = value("GITHUB_SERVER_URL"), let repository = value("GITHUB_REPOSITORY"),
            let run = value("GITHUB_RUN_ID")
        {
            return "\(server)/\(repository)/actions/runs/\(run)"
        }
        if let collection = value("SYSTEM_COLLECTIONURI"), let project = value("SYSTEM_TEAMPROJECT"),
            let build = value("BUILD_BUILDID")
        {
            return "\(collection)\(collection.hasSuffix("/") ? "" : "/")\(project)/_build/results?buildId=\(build)"
        }
        if let origin = value("BITBUCKET_GIT_HTTP_ORIGIN"), let build = value("BITBUCKET_BUILD_NUMBER") {
            return "\(origin)/pipelines/results/\(build)"
        }
        return variables.lazy.compactMap(value).first
    }

    /// Variables that hold the whole address: GitLab; Jenkins and TeamCity; CircleCI; Buildkite; Travis; Drone;
    /// Woodpecker.
    private static let variables = [
        "CI_JOB_URL", "BUILD_URL", "CIRCLE_BUILD_URL", "BUILDKITE_BUILD_URL", "TRAVIS_JOB_WEB_URL",
        "DRONE_BUILD_LINK", "CI_PIPELINE_URL",
    ]
}
