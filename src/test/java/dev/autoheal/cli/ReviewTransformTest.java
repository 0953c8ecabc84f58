package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a review reports changes of the published file, at the transform that causes them. */
class ReviewTransformTest {
  private static final String BASE = "shop/Web.config";
  private static final String RELEASE = "shop/Web.Release.config";

  @TempDir Path temp;
  private Workspace work;

  private static String transform(String inWebServer) {
    return """
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            %s
          </system.webServer>
        </configuration>
        """
        .formatted(inWebServer);
  }

  private static String sets(int kilobytes) {
    return transform(
        "<monitoring><triggers><memory privateBytesInKB=\"%d\" xdt:Transform=\"SetAttributes\" />"
                .formatted(kilobytes)
            + "</triggers></monitoring>");
  }

  private static String inserts() {
    return transform(
        "<monitoring xdt:Transform=\"Insert\"><triggers><memory privateBytesInKB=\"819200\" />"
            + "</triggers><actions value=\"Recycle\" /></monitoring>");
  }

  @BeforeEach
  void repository() {
    work = Workspace.in(temp).repository().file(BASE, Workspace.RIGHT);
  }

  private void commit() {
    work.git("add", ".");
    work.git("commit", "-q", "-m", "before");
  }

  private Shell.Result review(String... more) {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(new String[] {"review", "--base", "HEAD"}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return work.run(arguments);
  }

  @Test
  void reportsTheEffectOfAChangedTransform() {
    work.file(RELEASE, sets(1048576));
    commit();
    work.file(RELEASE, sets(524288));

    assertThat(review().text())
        .contains(RELEASE + "\n  ~ memory  1 GB (1048576 KB) -> 512 MB (524288 KB)  fires earlier");
    assertThat(review("--report", "github").text())
        .startsWith("::notice file=%s,line=3,endLine=3,col=53,".formatted(RELEASE));
  }

  @Test
  void reportsTheEffectOfANewTransform() {
    commit();
    work.file(RELEASE, sets(524288));
    work.git("add", ".");

    assertThat(review().text())
        .contains("~ memory  800 MB (819200 KB) -> 512 MB (524288 KB)  fires earlier");
  }

  @Test
  void reportsTheEffectOfADeletedTransform() throws IOException {
    work.file(RELEASE, sets(524288));
    commit();
    Files.delete(work.path(RELEASE));

    assertThat(review().text())
        .contains("~ memory  512 MB (524288 KB) -> 800 MB (819200 KB)  fires later");
  }

  @Test
  void reportsAnUnchangedTransformThatNoLongerMatchesTheBase() {
    work.file(RELEASE, sets(524288));
    commit();
    work.file(
        BASE,
        Workspace.RIGHT
            .replace("<configuration>", "<configuration>\n<location path=\".\">")
            .replace("</configuration>", "</location>\n</configuration>"));

    Shell.Result review = review();
    assertThat(review.text())
        .contains(RELEASE + ":3:")
        .contains(
            "error: SetAttributes matches nothing at '/configuration/system.webServer'; correct")
        .contains("1 new");
    assertThat(review.exit()).isEqualTo(1);
  }

  @Test
  void reportsAnUnchangedTransformThatNowInsertsASecondSection() {
    work.file(BASE, Workspace.BARE).file(RELEASE, inserts());
    commit();
    work.file(BASE, Workspace.RIGHT);

    assertThat(review().text()).contains(RELEASE + ":3:").contains("[transform-duplicates]");
  }

  @Test
  void reportsTwoTransformsThatAProfileCombines() {
    work.file(BASE, Workspace.BARE)
        .file("shop/Web.Azure.config", inserts())
        .file("shop/Web.Production.config", inserts());
    commit();
    work.file(
        "shop/Properties/PublishProfiles/Azure.pubxml",
        "<Project><PropertyGroup><EnvironmentName>Production</EnvironmentName></PropertyGroup></Project>");
    work.git("add", ".");

    assertThat(review().text())
        .contains("shop/Web.Production.config:3:")
        .contains("[transform-duplicates]")
        .doesNotContain("Web.Azure.config:3:");
  }

  @Test
  void reportsATransformThatRemovesTheParentOfTheSection() {
    commit();
    work.file(
        RELEASE,
        transform("").replace("<system.webServer>", "<system.webServer xdt:Transform='Remove'>"));
    work.git("add", ".");

    assertThat(review().text()).contains("- memory  800 MB (819200 KB)").contains("gone:");
  }

  @Test
  void reportsNoChangeByATransformWithoutEffect() {
    commit();
    work.file(RELEASE, inserts().replace("Insert", "InsertIfMissing").replace("819200", "524288"));
    work.git("add", ".");

    assertThat(review().text()).doesNotContain("memory  ").contains("[transform-inert]");
  }

  /** The change is reported only for the base. */
  @Test
  void reportsAChangeOfTheBaseOnce() {
    work.file(
        RELEASE,
        transform(
            "<monitoring><actions value=\"LogEvent\" xdt:Transform=\"SetAttributes\" /></monitoring>"));
    commit();
    work.file(BASE, Workspace.config(1048576));

    assertThat(review().text()).contains(BASE + "\n  ~ memory").doesNotContain(RELEASE);
  }

  @Test
  void showsThePathOfAPlaceInAnotherFile() {
    String sets = "<monitoring><triggers><memory privateBytesInKB=\"1\" /></triggers></monitoring>";
    work.file(RELEASE, sets(524288));
    work.file("shop/Web.Staging.config", sets(1048576));
    commit();
    work.file("shop/Web.Staging.config", transform(sets));

    assertThat(review().text())
        .contains("shop/Web.Staging.config\n  ~ memory  1 GB (1048576 KB) -> 512 MB (524288 KB)")
        .contains("(%s:3)".formatted(RELEASE));
  }

  @Test
  void ignoresAChangeOfTheBaseWithoutEffect() {
    work.file(RELEASE, sets(524288));
    commit();
    work.file(BASE, Workspace.RIGHT.replace("<configuration>", "<configuration>\n  <!-- a -->"));

    Shell.Result review = review();
    assertThat(review.text()).doesNotContain(RELEASE);
    assertThat(review.exit()).isZero();
  }
}
