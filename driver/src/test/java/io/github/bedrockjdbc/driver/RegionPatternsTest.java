package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Answered;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regions that patterns choose and exceptions leave out. */
class RegionPatternsTest extends SourcesFixture {
  @Test
  void allRegionsAreThoseThatKnowTheAccount() throws SQLException {
    try (Connection connection = connect("profile=one;region=all")) {
      final Answered answered = Answered.to(connection, ALL);
      assertThat(answered.rows()).containsExactlyInAnyOrderElementsOf(arns(SourcesFixture::isDemo));
      assertThat(answered.warnings()).hasSizeGreaterThan(20).allMatch(w -> w.contains("Skipped"));
      assertThat(Answered.to(connection, "SELECT region FROM sources WHERE state = 'ok'").rows())
          .containsExactlyInAnyOrder(EAST, WEST);
    }
    try (Connection connection = connect("profile=wrong;region=all")) {
      assertThat(Answered.failureOf(connection, ALL).getSQLState()).isEqualTo("28000");
    }
  }

  @Test
  void patternsAndExceptionsChooseAmongTheRegionsThatThereAre() throws SQLException {
    final String regions = "SELECT region FROM sources";
    try (Connection connection = connect("profile=one;region=us-*,eu-west-*,-us-west-*")) {
      assertThat(Answered.to(connection, regions).rows())
          .containsExactly("us-east-1", "us-east-2", "eu-west-1", "eu-west-2", "eu-west-3");
      final Answered answered = Answered.to(connection, ALL);
      assertThat(answered.rows()).containsExactlyInAnyOrderElementsOf(arns(SourcesFixture::isDemo));
      assertThat(answered.warnings()).hasSize(3).allMatch(w -> w.contains("Skipped"));
      emulator.log().clear();
      for (String asked :
          List.of("region = 'eu-west-1'", "region LIKE 'eu-%' AND region NOT IN ('eu-west-2')")) {
        Answered.to(connection, ALL + " WHERE " + asked);
        assertThat(regionsAsked()).contains(WEST).doesNotContain(EAST, "eu-west-2");
      }
      assertThat(Answered.to(connection, ALL + " WHERE region = 'us-west-2'").warnings())
          .singleElement()
          .asString()
          .contains("connect with region=us-west-2");
    }
    try (Connection connection = connect("profile=one;region=all,-eu-west-1")) {
      assertThat(Answered.to(connection, regions).rows()).doesNotContain(WEST).contains(EAST);
      assertThat(Answered.to(connection, ALL).rows()).hasSize(40);
      assertThat(
              Answered.to(connection, "SELECT setting FROM session WHERE name = 'region'").rows())
          .containsExactly("all,-eu-west-1");
    }
  }

  /** Only those that a pattern brought need not know the account. */
  @Test
  void aRegionThatIsNamedBesideAPatternMustAnswer() throws SQLException {
    try (Connection connection = connect("profile=one;region=us-west-2,us-*")) {
      assertThat(Answered.failureOf(connection, ALL).getSQLState()).isEqualTo("28000");
    }
  }

  @Test
  void aPatternOrAnExceptionThatMeansNothingIsRefused() throws SQLException {
    assertThatThrownBy(() -> connect("profile=one;region=us-wset-*").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("did you mean 'us-west-*'?");
    try (Connection connection = connect("profile=one;region=all,-us-gov-west-1")) {
      final SQLException failure = Answered.failureOf(connection, ALL);
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat(failure.getMessage()).contains("did you mean '-us-west-1'?");
    }
  }
}
