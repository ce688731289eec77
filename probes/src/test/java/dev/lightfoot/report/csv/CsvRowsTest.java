package dev.lightfoot.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRowsTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\rx"})
  void aCellThatWouldBeAFormulaIsNeutralised(String value) {
    assertThat(CsvRows.cell(value).replace("\"", "")).isEqualTo("'" + value);
  }

  @Test
  void aCellWithCommasAndQuotesIsQuoted() {
    assertThat(CsvRows.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
  }

  @Test
  void aNumberBelowZeroStaysANumber() {
    assertThat(CsvRows.cell("-120000")).isEqualTo("-120000");
    assertThat(CsvRows.cell("-0.5")).isEqualTo("-0.5");
  }
}
