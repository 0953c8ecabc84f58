package dev.autoheal.integrations;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A service for pull requests, with the variables that its runner sets. */
enum Host {
  GITHUB("github", "comment.sh") {
    @Override
    void environment(Map<String, String> environment, String url, Path folder) {
      environment.put("GITHUB_TOKEN", TOKEN);
      environment.put("GITHUB_API_URL", url);
      environment.put("GITHUB_GRAPHQL_URL", url + "/graphql");
      environment.put("GITHUB_REPOSITORY", "owner/shop");
      environment.put("GITHUB_RUN_ID", "4");
      environment.put("GITHUB_EVENT_PATH", folder.resolve("event.json").toString());
      environment.put("GITHUB_BASE_REF", "main");
      environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
      environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
      environment.put("RUNNER_TEMP", folder.toString());
    }
  },
  AZURE("azure-pipelines", "thread.sh") {
    @Override
    void environment(Map<String, String> environment, String url, Path folder) {
      environment.put("SYSTEM_ACCESSTOKEN", TOKEN);
      environment.put("SYSTEM_COLLECTIONURI", url + "/");
      environment.put("SYSTEM_TEAMPROJECT", "our shop");
      environment.put("SYSTEM_PULLREQUEST_PULLREQUESTID", "5");
      environment.put("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main");
      environment.put("SYSTEM_PULLREQUEST_SOURCECOMMITID", SHA);
      environment.put("BUILD_REPOSITORY_ID", "8d1f");
      environment.put("BUILD_BUILDID", "4");
      environment.put("AGENT_TEMPDIRECTORY", folder.toString());
    }
  },
  GITLAB("gitlab", "note.sh") {
    @Override
    void environment(Map<String, String> environment, String url, Path folder) {
      environment.put("AUTOHEAL_TOKEN", TOKEN);
      environment.put("CI_API_V4_URL", url);
      environment.put("CI_PROJECT_ID", "9");
      environment.put("CI_MERGE_REQUEST_IID", "5");
      environment.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", "origin/main");
      environment.put("CI_COMMIT_SHORT_SHA", SHA);
      environment.put("CI_JOB_URL", "https://gitlab.example/4");
    }
  };

  static final String TOKEN = "s3cret";
  static final String SHA = "0123456789ab";

  private final String folder;
  private final String script;

  Host(String folder, String script) {
    this.folder = folder;
    this.script = script;
  }

  /** Returns the script that keeps the comment, relative to the folder of all integrations. */
  String comment() {
    return folder + "/" + script;
  }

  /** Returns the main script. */
  String run() {
    return folder + "/run.sh";
  }

  /** Returns the variables that the runner sets. */
  Map<String, String> environment(String url, Path folder) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment(environment, url, folder);
    return environment;
  }

  abstract void environment(Map<String, String> environment, String url, Path folder);
}
