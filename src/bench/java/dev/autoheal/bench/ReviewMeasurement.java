package dev.autoheal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * A review of two commits that differ in one of many files, against git that only names those, and
 * against the same in a repository of few files, which should not matter.
 */
final class ReviewMeasurement implements Measurement {
  private static final int FILES = 5_000;
  private static final int FEW = 100;
  private static final int TOUCHED = 1;

  @Override
  public void measure(Lab lab, Table table) throws Exception {
    Path many = repository(lab, FILES);
    Path few = repository(lab, FEW);
    Command review = lab.launcher().review(many, "HEAD~1", "HEAD");
    Command names = git(many, "diff", "--name-only", "HEAD~1", "HEAD");
    String figure = "review of %d of %,d files".formatted(TOUCHED, FILES);
    table.times(figure + " : git diff", Contest.of(review, names, lab.runs()), 60);
    Contest alike = Contest.of(review, lab.launcher().review(few, "HEAD~1", "HEAD"), lab.runs());
    table.times("%s : of %d".formatted(figure, FEW), alike, 1.3);
    table.memory(figure, review.peak(), Lab.MEMORY_GOAL);
  }

  private static Path repository(Lab lab, int files) throws Exception {
    Path folder = Files.createDirectory(lab.folder().resolve("repository" + files));
    List<String> names = Lab.fill(folder, files, Lab.Content.MIXED);
    git(folder, "init", "-q").run();
    commit(folder);
    for (String name : names.subList(0, TOUCHED)) {
      Files.writeString(folder.resolve(name), "<!-- touched -->\n", StandardOpenOption.APPEND);
    }
    commit(folder);
    // A fresh clone, as CI servers review it, has its objects in a pack.
    git(folder, "gc", "-q").run();
    return folder;
  }

  private static void commit(Path folder) throws Exception {
    git(folder, "add", "-A").run();
    git(folder, "commit", "-q", "-m", "files").run();
  }

  private static Command git(Path folder, String... words) {
    List<String> git = List.of("git", "-c", "user.name=bench", "-c", "user.email=bench@localhost");
    return new Command(folder, git, Set.of(0)).with(words);
  }
}
