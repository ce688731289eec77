package dev.lightfoot.analysis.distance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EdgePlacesTest {

  @Test
  void networksStateTheCodeOfAnAirport() {
    assertThat(code("CF-Ray", "8a1b2c3d4e5f6789-ZRH")).contains("ZRH");
    assertThat(code("X-Amz-Cf-Pop", "FRA56-P4")).contains("FRA");
    assertThat(code("x-vercel-id", "arn1::iad1::abcde-1700000000000-0123456789ab")).contains("ARN");
    assertThat(code("fly-request-id", "01HXYZ0123456789ABCDEFGHJK-ams")).contains("AMS");
    assertThat(code("X-MSEdge-Ref", "Ref A: 0F1E Ref B: LON21EDGE0109 Ref C: 2026-01-01T00:00:00Z"))
        .contains("LON");
  }

  @Test
  void ofFastlysCachesTheLastIsTheNearest() {
    assertThat(code("X-Served-By", "cache-iad-kiad7000100-IAD, cache-fra-eddf8230020-FRA"))
        .contains("FRA");
    assertThat(code("X-Served-By", "cache-lhr7356-LHR")).contains("LHR");
  }

  @Test
  void aCityMayBeWrittenOut() {
    assertThat(EdgePlaces.of(headers("x-77-pop", "frankfurtDE")).map(each -> each.place().name()))
        .contains("Frankfurt");
    assertThat(
            EdgePlaces.of(headers("X-77-POP", "losangelesUSCA")).map(each -> each.place().name()))
        .contains("Los Angeles");
  }

  @Test
  void whatStatesNoPlaceIsNotGuessed() {
    assertThat(code("X-Served-By", "web-3")).isEmpty();
    assertThat(code("CF-Ray", "8a1b2c3d4e5f6789")).isEmpty();
    assertThat(code("CF-Ray", "8a1b2c3d4e5f6789-QQQ")).isEmpty();
    assertThat(code("X-Azure-Ref", "0mWEYZQAAAABTE9OMjFFREdFMDIxMAB")).isEmpty();
    assertThat(code("X-Request-Id", "abc-fra")).isEmpty();
  }

  @Test
  void theFieldIsNamedAsItWasWritten() {
    assertThat(EdgePlaces.of(headers("CF-RAY", "8a1b2c3d4e5f6789-ZRH")).orElseThrow().word())
        .isEqualTo("CF-RAY");
  }

  @Test
  void ofTwoNetworksCloudflareIsTheNearestWhereTheServersNameIsItsOwn() {
    List<Header> both = headers("X-Amz-Cf-Pop", "IAD12-C1", "CF-Ray", "8a1b2c3d4e5f6789-ZRH");
    assertThat(EdgePlaces.of(both)).isEmpty();
    both.add(new Header("Server", "cloudflare"));
    assertThat(EdgePlaces.of(both).map(each -> each.place().code())).contains("ZRH");
  }

  @Test
  void twoNetworksInOneCityAgree() {
    List<Header> both = headers("X-Amz-Cf-Pop", "LHR61-P3", "X-Served-By", "cache-lcy1-LCY");
    assertThat(EdgePlaces.of(both).map(each -> each.place().name())).contains("London");
  }

  @Test
  void aRegionInAHostsNameIsInferred() {
    assertThat(region("shop.eu-central-1.elb.amazonaws.com")).contains("eu-central-1");
    assertThat(region("app-westeurope-01.azurewebsites.test")).contains("westeurope");
    assertThat(region("europe-west4-docker.pkg.dev")).contains("europe-west4");
    assertThat(region("db.us-east-1a.internal.test")).contains("us-east-1");
  }

  @Test
  void aHostOfNoneOrOfSeveralRegionsIsNowhere() {
    assertThat(region("shop.test")).isEmpty();
    assertThat(region("eu-central-1.to.us-east-1.test")).isEmpty();
    assertThat(region("myeu-central-12.test")).isEmpty();
    assertThat(region("europe-west10.test")).contains("europe-west10");
  }

  private static Optional<String> region(String host) {
    return RegionWords.in(host).map(Place::code);
  }

  private static Optional<String> code(String name, String value) {
    return EdgePlaces.of(headers(name, value)).map(each -> each.place().code());
  }

  private static List<Header> headers(String... lines) {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < lines.length; i += 2) {
      headers.add(new Header(lines[i], lines[i + 1]));
    }
    return headers;
  }
}
