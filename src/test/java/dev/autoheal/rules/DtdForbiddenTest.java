package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DtdForbiddenTest {
  private final RuleTester tester = new RuleTester(new DtdForbidden());

  @Test
  void reportsADtdAtItsPlace() {
    assertThat(
            tester.findings(
                """
                <?xml version="1.0"?>
                <!DOCTYPE configuration [ <!ENTITY limit "1048576"> ]>
                <configuration />
                """))
        .containsExactly(
            "2:1 unexpected <!DOCTYPE>, so autoheal did not check the file; remove the DTD");
  }

  @Test
  void reportsADtdThatRefersToAnotherFile() {
    assertThat(
            tester.findings(
                "<!DOCTYPE configuration SYSTEM \"file:///etc/passwd\"><configuration />"))
        .hasSize(1);
  }

  @Test
  void neverExpandsEntities() {
    assertThat(
            tester.findings(
                """
                <!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
                <configuration>&c;</configuration>
                """))
        .hasSize(1);
  }

  @Test
  void acceptsADoctypeInAComment() {
    tester.findsNothing("<!-- <!DOCTYPE configuration> --><configuration />");
  }

  @Test
  void acceptsAFileWithoutADtd() {
    tester.findsNothing("<configuration />");
  }
}
