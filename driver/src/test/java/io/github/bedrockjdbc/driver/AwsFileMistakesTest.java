package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsServices;
import io.github.bedrockjdbc.driver.testing.AwsSetup;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a file of the AWS tools is said with file and line. */
@Timeout(30)
class AwsFileMistakesTest {
  private static final String ALL = "SELECT job_arn FROM jobs";
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(3);

  @TempDir private Path folder;
  private AwsSetup aws;

  @BeforeEach
  void start() {
    aws = new AwsSetup(folder);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private SQLException failure(String settings) throws SQLException {
    try (Connection connection = connect(settings)) {
      return Answered.failureOf(connection, ALL);
    }
  }

  private static Connection connect(String settings) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:maxAttempts=1;endpoint=" + emulator.endpoint() + ";" + settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[default\\nregion = x | 1 | needs a ] at its end",
        "[default]\\nregion = x\\n\\n[profile p | 4 | needs a ] at its end",
        "region = x\\n[default] | 1 | precedes the first [section]",
        "[profile p]\\na = b\\nstray | 3 | neither a [section] nor key = value",
        "[profile p]\\n  indented = x | 2 | no setting above it",
        "# all well\\n[profile p]\\n= x | 3 | no key before its =",
        "\\uFEFF[profile p]\\na = b | 1 | byte order mark",
        "[\\u0000p\\u0000]\\u0000 | 1 | not UTF-8",
      })
  void whatCannotBeRead(String text, int line, String complaint) throws Exception {
    aws.config(text.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF").replace("\\u0000", "\0"));
    for (final String settings : new String[] {"region=us-east-1", "profile=p", "region=all"}) {
      final SQLException failure = failure(settings);
      assertThat(failure.getSQLState()).as(settings).isEqualTo("08001");
      assertThat(failure.getMessage())
          .contains(aws.config() + " cannot be read: line " + line + ": ", complaint)
          .doesNotContain("Exception");
    }
    try (Connection connection = connect("region=us-east-1;user=" + demo(";password="))) {
      assertThat(Answered.to(connection, ALL).rows()).as("the URL gives everything").hasSize(3);
    }
  }

  private static String demo(String between) {
    return BedrockEmulator.DEMO_ACCESS_KEY_ID + between + BedrockEmulator.DEMO_SECRET_ACCESS_KEY;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role_arn = ROLE\\nsource_profile = b\\n[profile b]\\nrole_arn = ROLE\\nsource_profile = p"
            + " | 1 | assumes its role with itself (source_profile): p -> b -> p",
        "role_arn = ROLE\\nsource_profile = b\\n[profile b]\\nrole_arn = ROLE\\nsource_profile = b"
            + " | 4 | assumes its role with itself",
        "role_arn = ROLE\\nsource_profile = p | 1 | assumes its role with itself",
        "role_arn = ROLE\\nsource_profile = nobody | 1 | source_profile 'nobody' that does not exist",
        "role_arn = ROLE | 1 | neither source_profile nor credential_source",
        "role_arn = ROLE\\nsource_profile = p\\ncredential_source = Environment | 1 | both source_profile",
        "role_arn = ROLE\\ncredential_source = Nowhere | 1 | other than Environment",
        "role_arn = ROLE\\nsource_profile = b\\n[profile b]\\nregion = x | 4 | holds no credentials",
        "aws_access_key_id = AKIA | 1 | no aws_secret_access_key",
        "aws_secret_access_key = TheCanarySings | 1 | no aws_access_key_id",
        "sso_session = corp | 1 | no sso_account_id",
        "sso_session = corp\\nsso_account_id = 1\\nsso_role_name = r | 1 | no section [sso-session corp]",
        "sso_start_url = u\\nsso_account_id = 1\\nsso_role_name = r | 1 | no sso_region",
        "mfa_serial = m\\nrole_arn = ROLE\\nsource_profile = p | 1 | one-time password",
        "region = us-east-1 | 1 | holds no credentials",
      })
  void whatCannotWork(String text, int line, String complaint) throws Exception {
    aws.config(
        "[profile p]\n"
            + text.replace("\\n", "\n").replace("ROLE", "arn:aws:iam::123456789012:role/r")
            + "\n[profile secretly-other]\naws_access_key_id = TheCanarySings\n");
    final SQLException failure = failure("region=us-east-1;profile=p");
    assertThat(failure.getSQLState()).isIn("08001", "28000");
    assertThat(failure.getMessage())
        .contains("(" + aws.config() + ", line " + line + ")", complaint)
        .doesNotContain("Exception", "secretly-other", "CanarySings", "ProfileFile");
  }

  @Test
  void aProfileThatIsNamedMustBeThere() throws Exception {
    aws.config("[profile dev]\nregion = us-east-1\n").set("aws.profile", "dve");
    for (final String settings : new String[] {"region=us-east-1", "fips=false"}) {
      final SQLException failure = failure(settings);
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat(failure.getMessage()).startsWith("There is no AWS profile 'dve'; there are: dev");
    }
    try (Connection connection = connect("region=us-east-1;user=" + demo(";password="))) {
      assertThat(Answered.to(connection, ALL).rows()).hasSize(3);
    }
  }

  @Test
  void aNamedProfileThatFailsIsNotFollowedByAnotherAccount() throws Exception {
    try (AwsServices services = new AwsServices()) {
      aws.config("[profile dev]\ncredential_process = exit 3\n")
          .set("aws.profile", "dev")
          .set("aws.disableEc2Metadata", null)
          .set("aws.ec2MetadataServiceEndpoint", services.endpoint());
      assertThat(failure("region=us-east-1").getMessage())
          .startsWith("profile 'dev' (credential_process) gave no credentials: ");
      assertThat(services.calls()).isEmpty();
    }
  }

  @Test
  void anOwnRegionIsBestForItsRoleElseThatOfTheUrl() throws Exception {
    try (AwsServices services = new AwsServices()) {
      aws.set("aws.endpointUrlSts", services.endpoint())
          .config(
              """
              [profile keys]
              aws_access_key_id = AKIA
              aws_secret_access_key = s
              [profile dev]
              role_arn = arn:aws:iam::123456789012:role/reader
              source_profile = keys
              [profile own]
              role_arn = arn:aws:iam::123456789012:role/reader
              source_profile = keys
              region = eu-west-1
              [profile self]
              role_arn = arn:aws:iam::123456789012:role/self
              source_profile = self
              aws_access_key_id = AKIASELF
              aws_secret_access_key = s
              """);
      for (final String profile : new String[] {"dev", "own", "self"}) {
        assertThat(failure("region=us-gov-west-1;profile=" + profile).getSQLState())
            .isEqualTo("28000"); // the emulator does not know them
      }
      assertThat(
              services.calls().stream().map(call -> call.replaceAll(" external.*", "")).distinct())
          .containsExactly(
              "AssumeRole reader by AKIA us-gov-west-1 sts",
              "AssumeRole reader by AKIA eu-west-1 sts",
              "AssumeRole self by AKIASELF us-gov-west-1 sts");
    }
  }
}
