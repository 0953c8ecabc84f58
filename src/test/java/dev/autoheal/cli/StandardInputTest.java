package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
  @TempDir Path temp;

  private Shell reading(String content) {
    return Shell.in(temp).reading(content.getBytes(UTF_8));
  }

  @Test
  void isCheckedUnderTheGivenName() {
    Workspace.in(temp).file("apps/shop/autoheal.yaml", Workspace.POLICY);

    Shell.Result named =
        reading(Workspace.WRONG).run("check", "-", "--stdin-filename", "apps/shop/web.config");
    assertThat(named.exit()).isEqualTo(1);
    assertThat(named.text())
        .startsWith("apps/shop/web.config:5:35: error: ")
        .contains("(apps/shop/autoheal.yaml:7)");
    assertThat(reading(Workspace.WRONG).run("check", "-").text())
        .isEqualTo("1 file checked, no findings.\n");
    assertThat(reading(Workspace.BROKEN).run("check", "-").text())
        .startsWith("web.config:1:1: error: ");
  }

  @Test
  void isCheckedUnderAnyName() {
    assertThat(reading("<a/>").run("check", "-", "--stdin-filename", "Web.Release.config").text())
        .startsWith("Web.Release.config:1:2: error: ")
        .contains("[wrong-root]");
  }

  @Test
  void mayHaveANameInAFolderThatDoesNotExist() {
    assertThat(
            reading(Workspace.BROKEN).run("check", "-", "--stdin-filename", "no/web.config").text())
        .startsWith("no/web.config:1:1: error: ");
    assertThat(
            Shell.in(Workspace.in(temp).folder("in").path("in"))
                .reading(Workspace.BROKEN.getBytes(UTF_8))
                .run("check", "-", "--stdin-filename", "../other/web.config")
                .text())
        .startsWith("other/web.config:1:1: error: ");
  }

  @Test
  void isComparedWithThePolicyAndShownAsAPatch() {
    Workspace.in(temp).file("autoheal.yaml", Workspace.POLICY);

    Shell.Result result = reading(Workspace.WRONG).run("diff", "-");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("--- a/web.config\n", "+        <memory privateBytesInKB=");
    assertThat(reading(Workspace.WRONG).run("apply", "--dry-run", "-").text())
        .isEqualTo(result.text());
    assertThat(Files.exists(temp.resolve("web.config"))).isFalse();
  }

  @Test
  void isCheckedInsteadOfTheFileWithThatName() {
    Workspace work = Workspace.in(temp).file("web.config", Workspace.BROKEN);

    assertThat(reading(Workspace.RIGHT).run("check", "-").exit()).isZero();
    assertThat(work.read("web.config")).isEqualTo(Workspace.BROKEN);
  }

  @Test
  void isReadAsBytes() {
    byte[] utf16 = ("\uFEFF" + Workspace.RIGHT).getBytes(UTF_16LE);

    assertThat(Shell.in(temp).reading(utf16).run("check", "-").exit()).isZero();
    assertThat(Shell.in(temp).run("check", "-").text())
        .startsWith("web.config:1:1: error: empty file; add <configuration>");
  }

  @Test
  void isReadEvenIfAFileIsNamedByADash() {
    Workspace.in(temp).file("-", Workspace.BROKEN);

    assertThat(reading(Workspace.RIGHT).run("check", "-").exit()).isZero();
    assertThat(reading(Workspace.RIGHT).run("check", "./-").text()).startsWith("-:1:1: error: ");
  }

  @Test
  void rejectsANameThatIsNotAFile() {
    for (String name : new String[] {"", ".", "/", ".."}) {
      Shell.Result result = reading(Workspace.RIGHT).run("check", "-", "--stdin-filename", name);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo("autoheal: expected a file for --stdin-filename, got a folder\n");
    }
  }

  @Test
  void isNotKeptInMemoryBeyondTheLimitOfIis() {
    int megabytes = 300;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            new Blanks(megabytes * 1024L * 1024),
            new PrintStream(out, false, UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            temp,
            Map.of(),
            false,
            false);

    assertThat(new CommandRunner(console).run("check", "-")).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .startsWith("web.config:1:1: error: the file is 307200 KB")
        .contains("[file-too-large]");
  }

  /** Generates this number of spaces. */
  private static final class Blanks extends InputStream {
    private long left;

    Blanks(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count = (int) Math.min(left, length);
      Arrays.fill(buffer, offset, offset + count, (byte) ' ');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
