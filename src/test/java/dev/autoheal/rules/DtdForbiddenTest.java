package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DtdForbiddenTest {
  private final RuleTester tester = new RuleTester(new DtdForbidden());

  @Test
  void dtdIsFoundAtItsPlace() {
    assertThat(
            tester.findings(
                """
                <?xml version="1.0"?>
                <!DOCTYPE configuration [ <!ENTITY limit "1048576"> ]>
                <configuration />
                """))
        .containsExactly(
            "2:1 unexpected <!DOCTYPE>, so autoheal did not check the file; remove it");
  }

  @Test
  void dtdThatNamesAnotherFileIsFound() {
    assertThat(
            tester.findings(
                "<!DOCTYPE configuration SYSTEM \"file:///etc/passwd\"><configuration />"))
        .hasSize(1);
  }

  @Test
  void entitiesAreNeverExpanded() {
    assertThat(
            tester.findings(
                """
                <!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
                <configuration>&c;</configuration>
                """))
        .hasSize(1);
  }

  @Test
  void doctypeInACommentIsFine() {
    tester.findsNothing("<!-- <!DOCTYPE configuration> --><configuration />");
  }

  @Test
  void fileWithoutDtdIsFine() {
    tester.findsNothing("<configuration />");
  }
}
