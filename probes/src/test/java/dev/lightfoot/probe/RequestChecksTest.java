package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.Header;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestChecksTest {
  @Test
  void aBodyMakesItAPostAndTakesItsTypeFromTheHeaders() {
    List<Header> lines = List.of(new Header("content-type", "text/plain"), new Header("A", "b"));
    RequestChecks parts =
        new RequestChecks(Optional.empty(), lines, List.of(), Optional.of(new byte[2]));
    assertThat(parts.sentMethod()).isEqualTo("POST");
    assertThat(parts.sentBody().orElseThrow().contentType()).isEqualTo("text/plain");
    assertThat(parts.linesTo(TargetUrl.parse("https://shop.test")))
        .containsExactly(new Header("A", "b"));
    assertThat(RequestChecks.PLAIN.sentMethod()).isEqualTo("GET");
  }

  @Test
  void theAddresssPasswordGivesWayToAnAuthorization() {
    TargetUrl target = TargetUrl.parse("https://me:secret@shop.test");
    assertThat(RequestChecks.PLAIN.linesTo(target))
        .containsExactly(new Header("Authorization", "Basic bWU6c2VjcmV0"));
    Header token = new Header("authorization", "Bearer x");
    RequestChecks parts =
        new RequestChecks(Optional.empty(), List.of(token), List.of(), Optional.empty());
    assertThat(parts.linesTo(target)).containsExactly(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void aBodyGoesWithNoMethodThatTakesNone(String method) {
    assertThatThrownBy(
            () ->
                new RequestChecks(
                    Optional.of(method), List.of(), List.of(), Optional.of(new byte[1])))
        .hasMessage(method + " takes no body; POST, PUT and PATCH take one.");
  }

  @Test
  void whatIsWrongIsSaidUnderItsNameAndWithoutItsValue() {
    assertThatThrownBy(() -> RequestChecks.method("NO WAY", "--method"))
        .hasMessage("--method takes one word, such as HEAD.");
    assertThatThrownBy(() -> RequestChecks.header("s3cr3t", "Header"))
        .hasMessageStartingWith("Header takes a name, a colon and a value")
        .hasMessageNotContaining("s3cr3t");
    assertThatThrownBy(() -> RequestChecks.cookie("s3cr3t", "Cookies"))
        .hasMessageStartingWith("Cookies takes one name=value")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aTimeOutIsMoreThanNoneAndAtMostAnHour() {
    assertThat(RequestChecks.timeout(2.5, "t")).isEqualTo(Duration.ofMillis(2_500));
    assertThat(RequestChecks.timeout(3_600, "t")).isEqualTo(ProbeRequest.LONGEST_TIMEOUT);
    for (double wrong : new double[] {0, -1, 3_600.1, Double.NaN}) {
      assertThatThrownBy(() -> RequestChecks.timeout(wrong, "--timeout"))
          .hasMessage("--timeout takes more than 0 and at most 3600 seconds.");
    }
  }
}
