package io.github.bedrockjdbc.driver.aggregate;

/** How the first of two numbers, y, goes with the second, x. */
public final class PairAccumulator implements Accumulator {
  /** Functions of SQL, by their names; null where they have no value. */
  public enum Statistic {
    COVAR_POP,
    COVAR_SAMP,
    CORR,
    REGR_AVGX,
    REGR_AVGY,
    REGR_SXX,
    REGR_SYY,
    REGR_SXY,
    REGR_SLOPE,
    REGR_INTERCEPT,
    REGR_R2;

    private Double of(PairSums sums) {
      return switch (this) {
        case COVAR_POP -> sums.products() / sums.count();
        case COVAR_SAMP ->
            sums.count() < 2 ? null : (Double) (sums.products() / (sums.count() - 1));
        case CORR -> correlation(sums);
        case REGR_AVGX -> sums.meanOfX();
        case REGR_AVGY -> sums.meanOfY();
        case REGR_SXX -> sums.squaresOfX();
        case REGR_SYY -> sums.squaresOfY();
        case REGR_SXY -> sums.products();
        case REGR_SLOPE -> slope(sums);
        case REGR_INTERCEPT ->
            sums.squaresOfX() == 0
                ? null
                : (Double) (sums.meanOfY() - sums.meanOfX() * slope(sums));
        case REGR_R2 -> determination(sums);
      };
    }
  }

  private final Statistic statistic;
  private final PairSums sums = new PairSums();

  PairAccumulator(Statistic statistic) {
    this.statistic = statistic;
  }

  @Override
  public void add(Object[] arguments) {
    sums.add(((Number) arguments[0]).doubleValue(), ((Number) arguments[1]).doubleValue());
  }

  @Override
  public Object result() {
    return sums.count() == 0 ? null : statistic.of(sums);
  }

  private static Double correlation(PairSums sums) {
    return sums.squaresOfX() == 0 || sums.squaresOfY() == 0
        ? null
        : (Double) (sums.products() / Math.sqrt(sums.squaresOfX() * sums.squaresOfY()));
  }

  private static Double slope(PairSums sums) {
    return sums.squaresOfX() == 0 ? null : (Double) (sums.products() / sums.squaresOfX());
  }

  private static Double determination(PairSums sums) {
    if (sums.squaresOfX() == 0) {
      return null;
    }
    return sums.squaresOfY() == 0
        ? 1.0
        : sums.products() * sums.products() / (sums.squaresOfX() * sums.squaresOfY());
  }
}
