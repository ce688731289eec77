package dev.lightfoot.report.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretBodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"access_token\": \"s3cr3t\", \"n\": 1} | {\"access_token\": \"[redacted]\", \"n\": 1}",
        "{\"password\":\"a\\\"s3cr3t\",\"b\":2}    | {\"password\":\"[redacted]\",\"b\":2}",
        "{\"session\":12345,\"b\":2}              | {\"session\":[redacted],\"b\":2}",
        "{\"name\":\"Anna\",\"token\":\"s3cr3     | {\"name\":\"Anna\",\"token\":\"[redacted]",
        "<input name=\"csrfmiddlewaretoken\" value=\"s3cr3t\">"
            + "|<input name=\"csrfmiddlewaretoken\" value=\"[redacted]\">",
        "<meta content='s3cr3t' name='csrf-token'>|<meta content='[redacted]' name='csrf-token'>",
        "<input type=password value=s3cr3t>       | <input type=password value=[redacted]>",
        "<a href=\"/x?token=s3cr3t&a=1\">         | <a href=\"/x?token=[redacted]&a=1\">",
        "<input name=\"q\" value=\"shoes\">       | <input name=\"q\" value=\"shoes\">",
        "{\"title\":\"a token of love\"}          | {\"title\":\"a token of love\"}",
      })
  void secretsOfABodyAreHiddenAndTheRestStays(String body, String cleaned) {
    assertThat(Redactor.redactBody(body)).isEqualTo(cleaned);
    assertThat(Redactor.redactBody(cleaned)).isEqualTo(cleaned);
  }
}
