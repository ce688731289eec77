package dev.lightfoot.model.span;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                                              | /
          /orders/17                                     | /orders/{id}
          /orders/17/                                    | /orders/{id}/
          /orders/17/items/3?page=2                      | /orders/{id}/items/{id}
          /o/6f1b0e6a-3c1d-4c59-9b57-1f0d2a9f5a11        | /o/{id}
          /o/6F1B0E6A3C1D4C599B571F0D2A9F5A11/x          | /o/{id}/x
          /assets/app.3f9a1c2b.js                        | /assets/app.{id}.js
          /assets/12.js                                  | /assets/{id}.js
          /2026/11/23/news                               | /{id}/{id}/{id}/news
          /day/2026-11-23                                | /day/{id}
          /api/v2/items;jsessionid=1A2B                  | /api/v2/items
          /cafe/facade                                   | /cafe/facade
          /blue-shirt-2                                  | /blue-shirt-2
          /s/eyJhbGciOiJIUzI1NiJ9eyJzdWIiOiIxMjM0NTY3ODkw | /s/{id}
          /people/ann@shop.test                          | /people/{id}.test
          /people/ann%40shop                             | /people/{id}
          /1/2/3/4/5/6/7/8/9/10/11                       | /{id}/{id}/{id}/{id}/{id}/{id}/{id}/{id}/{id}/…
          """)
  void whatVariesBecomesAnId(String path, String route) {
    assertThat(RouteName.of(path)).isEqualTo(route);
  }
}
