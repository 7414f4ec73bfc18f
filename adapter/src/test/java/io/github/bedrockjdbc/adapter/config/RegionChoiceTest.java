package io.github.bedrockjdbc.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which regions the key stands for, and what is wrong with others. */
class RegionChoiceTest {
  private static final List<String> THERE =
      List.of("ca-central-1", "eu-west-1", "me-south-1", "us-east-1", "us-east-2", "us-west-2");

  private static RegionChoice choice(String region) {
    return Config.of(Map.of("region", region)).get(Property.REGION).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-* | us-east-1,us-east-2,us-west-2",
        "us-east-* | us-east-1,us-east-2",
        "*-1 | ca-central-1,eu-west-1,me-south-1,us-east-1",
        "*-west-* | eu-west-1,us-west-2",
        "u*2 | us-east-2,us-west-2",
        "* | ca-central-1,eu-west-1,me-south-1,us-east-1,us-east-2,us-west-2",
        "all | ca-central-1,eu-west-1,me-south-1,us-east-1,us-east-2,us-west-2",
        "all,-me-south-1 | ca-central-1,eu-west-1,us-east-1,us-east-2,us-west-2",
        "-me-south-1, all | ca-central-1,eu-west-1,us-east-1,us-east-2,us-west-2",
        "all,-us-*,-me-* | ca-central-1,eu-west-1",
        "all,-us-*,-us-east-1 | ca-central-1,eu-west-1,me-south-1",
        "us-*,-us-east-1 | us-east-2,us-west-2",
        "us-west-2,us-* | us-west-2,us-east-1,us-east-2",
        "us-*,eu-west-1 | us-east-1,us-east-2,us-west-2,eu-west-1",
        "eu-west-1,us-east-1,-us-east-1 | eu-west-1",
        "xx-new-1,us-east-* | xx-new-1,us-east-1,us-east-2",
        "us-gov-* | us-gov-east-1,us-gov-west-1",
      })
  void standsForTheRegionsThatThereAre(String region, String meant) {
    assertThat(choice(region).among(THERE)).containsExactly(meant.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-wset-* | no region matches 'us-wset-*'; did you mean 'us-west-*'?",
        "*-esat-1 | no region matches '*-esat-1'; did you mean '*-east-1'?",
        "eu-west-1,uss-* | no region matches 'uss-*'; did you mean 'us-*'?",
        "nowhere* | no region matches 'nowhere*'. The regions are af-*, ap-*, ca-*,",
        "*******************z | no region matches '*******************z'",
        "us-*,-us-wset-1 | '-us-wset-1' is not among the regions to query; did you mean"
            + " '-us-west-1'?",
        "us-*,-eu-west-1 | '-eu-west-1' is not among the regions to query; did you mean"
            + " '-us-west-1'?",
        "us-*,-usw-* | '-usw-*' is not among the regions to query; did you mean '-us-*'?",
        "us-*,-sa-* | '-sa-*' is not among the regions to query: us-east-1, us-east-2, us-west-1,",
        "us-east-1,-me-south-1 | '-me-south-1' is not among the regions to query: us-east-1",
        "-me-south-1 | '-me-south-1' excludes a region from an empty list; write all,-me-south-1",
        "all,-* | region excludes every region that it names",
        "us-east-1,-us-east-1 | region excludes every region that it names",
        "us-*,us-* | region takes regions such as",
        "us-?,eu-* | region takes regions such as",
        "US-* | region takes regions such as",
        "us-*,- | region takes regions such as",
        "all,--us-* | region takes regions such as",
        "us-*, | region takes regions such as",
        "!us-east-1,all | region takes regions such as",
      })
  void namesWhatMeansNoRegionAndWhatMayBeMeant(String region, String text) {
    assertThatThrownBy(() -> choice(region))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(text);
  }

  /** Only then is it known which partition the account is of. */
  @Test
  void anExceptionIsCheckedAgainAgainstTheRegionsOfTheAccount() {
    final RegionChoice choice = choice("all,-us-gov-west-1");

    assertThatThrownBy(() -> choice.among(THERE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "'-us-gov-west-1' is not among the regions to query: ca-central-1, eu-");
  }

  @Test
  void namesAreTakenAsTheyAre() {
    final RegionChoice choice = choice("xx-new-1, us-east-1");

    assertThat(choice.isPlain()).isTrue();
    assertThat(choice.among(THERE)).containsExactly("xx-new-1", "us-east-1");
    assertThat(choice("all").names("all")).isFalse();
    assertThat(Config.of(Map.of("region", "us-*, -us-east-1")))
        .hasToString("region=us-*,-us-east-1");
  }
}
