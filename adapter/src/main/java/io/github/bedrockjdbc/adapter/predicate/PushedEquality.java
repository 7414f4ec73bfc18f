package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.NameFragment;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Arrays;
import java.util.Optional;

/** The table of columns whose equality with a text the service can be asked for, and how. */
enum PushedEquality {
  STATUS(
      JobColumn.STATUS,
      Optional.of(RequestParameter.STATUS_EQUALS),
      "value unknown to the service") {
    @Override
    Constraint require(String value, SourceFacts source) {
      return Constraint.ofValue(RequestParameter.STATUS_EQUALS, value);
    }
  },
  JOB_NAME(JobColumn.JOB_NAME, Optional.of(RequestParameter.NAME_CONTAINS), TextPredicate.UNSENT) {
    @Override
    Constraint require(String value, SourceFacts source) {
      return TextPredicate.require(NameFragment.ofText(value));
    }

    @Override
    String reason(boolean isSent) {
      return TextPredicate.reasonOfName(isSent);
    }
  },
  JOB_ARN(JobColumn.JOB_ARN, Optional.empty(), ColumnPredicate.NO_PARAMETER) {
    @Override
    Constraint require(String value, SourceFacts source) {
      return Constraint.ofArn(value);
    }
  },
  JOB_ID(
      JobColumn.JOB_ID, Optional.empty(), "the account is known only after a job has been read") {
    @Override
    Constraint require(String value, SourceFacts source) {
      return source
          .arnPrefix()
          .map(prefix -> Constraint.ofArn(prefix + value))
          .orElse(Constraint.ANYTHING);
    }
  },
  /** Where it is known it decides before it comes to this. */
  ACCOUNT_ID(
      JobColumn.ACCOUNT_ID,
      Optional.empty(),
      "the account is known only after a job has been read") {
    @Override
    Constraint require(String value, SourceFacts source) {
      return Constraint.ANYTHING;
    }
  };

  private final JobColumn column;
  private final Optional<RequestParameter> parameter;
  private final String reason;

  PushedEquality(JobColumn column, Optional<RequestParameter> parameter, String reason) {
    this.column = column;
    this.parameter = parameter;
    this.reason = reason;
  }

  static Optional<PushedEquality> of(JobColumn column) {
    return Arrays.stream(values()).filter(each -> each.column == column).findFirst();
  }

  /** What a job must meet whose column has this value. */
  abstract Constraint require(String value, SourceFacts source);

  /** The parameter that it may set. */
  Optional<RequestParameter> parameter() {
    return parameter;
  }

  /** Why the service does not, or not alone, decide it. */
  String reason(boolean isSent) {
    return reason;
  }
}
