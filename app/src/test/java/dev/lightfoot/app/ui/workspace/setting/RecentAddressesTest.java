package dev.lightfoot.app.ui.workspace.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecentAddressesTest {
  @TempDir Path folder;

  @Test
  void theNewestComesFirstAndNoneTwice() {
    RecentAddresses recent = recent();
    recent.add(WebUrl.of("https://a.test/"));
    recent.add(WebUrl.of("https://b.test/"));
    recent.add(WebUrl.of("https://a.test/"));
    assertThat(recent.addresses()).containsExactly("https://a.test/", "https://b.test/");
  }

  @Test
  void theyAreThereAgainNextTime() {
    recent().add(WebUrl.of("https://a.test/x?q=1"));
    assertThat(recent().addresses()).containsExactly("https://a.test/x?q=1");
  }

  @Test
  void userNamesAndPasswordsAreNotKept() throws IOException {
    recent().add(WebUrl.of("https://me:hunter2@a.test/"));
    assertThat(file()).contains("https://a.test/").doesNotContain("hunter2").doesNotContain("me:");
  }

  @Test
  void valuesOfSecretParametersAreNotKept() throws IOException {
    recent().add(WebUrl.of("https://a.test/?page=2&access_token=s3cr3t#frag"));
    assertThat(file()).contains("https://a.test/?page=2&access_token=").doesNotContain("s3cr3t");
  }

  @Test
  void valuesOfParametersThatMightBeSecretAreNotKept() throws IOException {
    recent().add(WebUrl.of("https://a.test/?SAMLResponse=s3&mykey=cr&n=1&state=3t"));
    assertThat(file()).contains("https://a.test/?SAMLResponse=&mykey=&n=1&state=");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX file modes to read")
  void onlyTheirOwnerMayReadThem() throws IOException {
    recent().add(WebUrl.of("https://a.test/"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("recent-addresses")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theNewestListIsWrittenInWhateverOrderTheJobsRun() {
    Deque<Runnable> jobs = new ArrayDeque<>();
    RecentAddresses recent = new RecentAddresses(folder, jobs::push);
    recent.add(WebUrl.of("https://a.test/"));
    recent.add(WebUrl.of("https://b.test/"));
    jobs.forEach(Runnable::run);
    assertThat(recent().addresses()).containsExactly("https://b.test/", "https://a.test/");
  }

  @Test
  void theOldestBeyondTheLimitIsForgotten() {
    RecentAddresses recent = recent();
    for (int i = 0; i <= RecentAddresses.LIMIT; i++) {
      recent.add(WebUrl.of("https://a.test/" + i));
    }
    assertThat(recent.addresses())
        .hasSize(RecentAddresses.LIMIT)
        .doesNotContain("https://a.test/0");
  }

  private RecentAddresses recent() {
    return new RecentAddresses(folder, Runnable::run);
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve("recent-addresses"));
  }
}
