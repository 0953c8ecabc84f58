package dev.autoheal.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file of a release for this platform, made of a launcher and a jar. */
record Release(String version, byte[] content) {
  /** The time of the jar. */
  static final FileTime TIME = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

  private static final String OS = os();
  private static final boolean IS_WINDOWS = OS.equals("windows");
  private static final String LAUNCHER = IS_WINDOWS ? "autoheal.cmd" : "autoheal";

  /** Returns a release whose launcher prints only its version. */
  static Release of(String version, Path temp) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("launcher"));
    Path jar = Files.writeString(folder.resolve("autoheal.jar"), version.repeat(10_000));
    return of(version, launcher(folder, version), jar, temp);
  }

  static Release of(String version, Path launcher, Path jar, Path temp) throws Exception {
    Path folder = Files.createTempDirectory(temp, "release");
    String image = image(version);
    Path tree = Files.createDirectories(folder.resolve(image));
    Files.copy(launcher, tree.resolve(LAUNCHER));
    assertThat(tree.resolve(LAUNCHER).toFile().setExecutable(true)).isTrue();
    Files.copy(jar, tree.resolve("autoheal.jar"));
    Files.setLastModifiedTime(tree.resolve("autoheal.jar"), TIME);
    String file = image + extension();
    List<String> tar =
        IS_WINDOWS
            ? List.of(System.getenv("SystemRoot") + "\\System32\\tar.exe", "-acf", file, image)
            : List.of("tar", "-czf", file, image);
    Process process = new ProcessBuilder(tar).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
    return new Release(version, Files.readAllBytes(folder.resolve(file)));
  }

  /** Writes a launcher to a folder that prints only a version, and returns its path. */
  static Path launcher(Path folder, String version) throws IOException {
    String text = IS_WINDOWS ? "@echo autoheal %s\r\n" : "#!/bin/sh\necho autoheal %s\n";
    Path launcher = Files.writeString(folder.resolve(LAUNCHER), text.formatted(version));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }

  String image() {
    return image(version);
  }

  String file() {
    return image() + extension();
  }

  String checksum() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  /** Returns the PATH of this process without folders that contain an installed autoheal. */
  static String path() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .filter(folder -> !Files.exists(Path.of(folder, LAUNCHER)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String image(String version) {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return "autoheal-" + version + "-" + OS + "-" + arch;
  }

  private static String extension() {
    return IS_WINDOWS ? ".zip" : ".tar.gz";
  }

  private static String os() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "macos" : "linux";
  }
}
