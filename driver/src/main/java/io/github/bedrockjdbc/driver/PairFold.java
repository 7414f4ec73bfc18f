package io.github.bedrockjdbc.driver;

import java.util.function.Function;

/** How the first of two numbers, y, goes with the second, x. */
final class PairFold implements Fold {
  /** Functions of SQL, by their names; null where they have no value. */
  enum Statistic {
    COVAR_POP(sums -> sums.products() / sums.count()),
    COVAR_SAMP(sums -> sums.count() < 2 ? null : sums.products() / (sums.count() - 1)),
    CORR(
        sums ->
            sums.squaresOfX() == 0 || sums.squaresOfY() == 0
                ? null
                : sums.products() / Math.sqrt(sums.squaresOfX() * sums.squaresOfY())),
    REGR_AVGX(PairSums::meanOfX),
    REGR_AVGY(PairSums::meanOfY),
    REGR_SXX(PairSums::squaresOfX),
    REGR_SYY(PairSums::squaresOfY),
    REGR_SXY(PairSums::products),
    REGR_SLOPE(PairFold::slope),
    REGR_INTERCEPT(
        sums -> sums.squaresOfX() == 0 ? null : sums.meanOfY() - sums.meanOfX() * slope(sums)),
    REGR_R2(PairFold::determination);

    private final Function<PairSums, Double> value;

    Statistic(Function<PairSums, Double> value) {
      this.value = value;
    }
  }

  private final Statistic statistic;
  private final PairSums sums = new PairSums();

  PairFold(Statistic statistic) {
    this.statistic = statistic;
  }

  @Override
  public void add(Object[] arguments) {
    sums.add(((Number) arguments[0]).doubleValue(), ((Number) arguments[1]).doubleValue());
  }

  @Override
  public Object result() {
    return sums.count() == 0 ? null : statistic.value.apply(sums);
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
