package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.DoubleMath;

/** Running sums over pairs of numbers, by the method of Youngs and Cramer. */
final class PairSums {
  private double count;
  private double sumOfX;
  private double sumOfY;
  private double squaresOfX;
  private double squaresOfY;
  private double products;

  void add(double y, double x) {
    final double before = count;
    count++;
    sumOfX += x;
    sumOfY += y;
    if (before > 0) {
      final double dx = x * count - sumOfX;
      final double dy = y * count - sumOfY;
      final double scale = 1 / (count * before);
      squaresOfX = DoubleMath.finite(squaresOfX + dx * dx * scale);
      squaresOfY = DoubleMath.finite(squaresOfY + dy * dy * scale);
      products = DoubleMath.finite(products + dx * dy * scale);
    }
  }

  double count() {
    return count;
  }

  double meanOfX() {
    return sumOfX / count;
  }

  double meanOfY() {
    return sumOfY / count;
  }

  /** Of the distances from the mean. */
  double squaresOfX() {
    return squaresOfX;
  }

  /** Of the distances from the mean. */
  double squaresOfY() {
    return squaresOfY;
  }

  /** Of the distances from the means. */
  double products() {
    return products;
  }
}
