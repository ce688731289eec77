package dev.lightfoot.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie",
        "X-Auth",
        "X-Token",
        "Client-Secret",
        "X-Session",
        "X-Password",
        "X-Passwd",
        "passphrase",
        "X-Pwd",
        "X-Api-Key",
        "apikey",
        "AccessKey",
        "Private_Key",
        "Ocp-Apim-Subscription-Key",
        "X-Functions-Key",
        "DD-APPLICATION-KEY",
        "X-Credential",
        "X-CSRF",
        "X-XSRF",
        "X-JWT",
        "Bearer",
        "Assertion",
        "SAMLResponse",
        "Signature",
        "X-HMAC",
        "X-OTP"
      })
  void aHeaderFieldOfThatNameHoldsASecret(String name) {
    assertThat(SecretNames.header(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Author",
        "WWW-Authenticate",
        ":authority",
        "Surrogate-Key",
        "X-Cache-Key",
        "X-Keyboard",
        "State",
        "Code"
      })
  void aHeaderFieldOfThatNameHoldsNone(String name) {
    assertThat(SecretNames.header(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "sig", "sid", "code", "state", "ticket", "otp", "access_token"})
  void aParameterOfThatNameHoldsASecret(String name) {
    assertThat(SecretNames.parameter(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Mykey", "X-Author", "Surrogate-Key", "X-HMAC", "X-Pwd"})
  void aHeaderFieldOfThatNameStaysWithItsOrigin(String name) {
    assertThat(SecretNames.maybeHeader(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mykey2", "author", "sigv4", "qrcode", "phpsid", "state", "otp"})
  void aParameterOfThatNameIsNotRemembered(String name) {
    assertThat(SecretNames.maybeParameter(name)).isTrue();
  }
}
