package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformNotRepeatableTest {
  private static final String TASK =
      "<Project><Target Name=\"x\"><TransformXml Source=\"web.config\""
          + " Transform=\"Web.Release.config\" Destination=\"%s\" /></Target></Project>";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void appWithoutSection() {
    work = Workspace.in(temp).repository().file("web.config", Workspace.BARE);
  }

  private Workspace release(String operation) {
    return work.file(
        "Web.Release.config",
        Workspace.RIGHT
            .replace(
                "<configuration>",
                "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">")
            .replace("<monitoring>", "<monitoring xdt:Transform=\"%s\">".formatted(operation)));
  }

  @Test
  void reportsAnInsertIntoItsOwnResult() {
    release("Insert").file("Shop.csproj", TASK.formatted(".\\Web.config"));

    assertThat(work.run("check").text())
        .contains(
            "warning: each build inserts another <monitoring>; use InsertIfMissing on an empty one, then Replace here")
        .endsWith("1 warning. `check --fix` fixes 1.\n");
  }

  @Test
  void reportsNothingAfterTheFix() {
    release("Insert").file("Shop.csproj", TASK.formatted("web.config"));

    work.run("check", "--fix");
    assertThat(work.run("check").text()).endsWith("2 files checked, no findings.\n");
  }

  @Test
  void acceptsAnInsertIntoAnotherFile() {
    release("Insert").file("Shop.csproj", TASK.formatted("out\\web.config"));

    assertThat(work.run("check").text()).endsWith("2 files checked, no findings.\n");
  }

  @Test
  void acceptsARemoveThatIsAlreadyDone() {
    work.file("web.config", Workspace.RIGHT);
    release("Remove").file("Shop.csproj", TASK.formatted("web.config"));

    assertThat(work.run("check").text()).endsWith("2 files checked, no findings.\n");
  }
}
