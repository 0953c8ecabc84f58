package dev.autoheal;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Access to the documents and samples of this project. */
final class Project {
  static final Path ROOT = Path.of("").toAbsolutePath();
  static final boolean UPDATE = Boolean.getBoolean("cases.update");

  private Project() {}

  /** Returns the names of the samples, sorted. */
  static List<String> samples() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT.resolve("samples"))) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Returns a new repository with a copy of the samples at the same path. */
  static Workspace copyIn(Path folder) throws IOException {
    copy(ROOT.resolve("samples"), folder.resolve("samples"));
    return Workspace.in(folder).repository();
  }

  /** Returns the files below a folder, sorted, with {@code /}. */
  static List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(folder.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String file : files(from)) {
      Path target = to.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(from.resolve(file), target);
    }
  }
}
