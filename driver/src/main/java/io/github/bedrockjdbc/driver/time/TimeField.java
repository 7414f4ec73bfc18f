package io.github.bedrockjdbc.driver.time;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What the letters of a pattern of {@code TO_CHAR} stand for, as PostgreSQL has them. */
enum TimeField {
  Y_YYY("Y,YYY", 0, time -> time.getYear()),
  YYYY("YYYY", 4, time -> time.getYear()),
  YYY("YYY", 3, time -> time.getYear() % 1000),
  YY("YY", 2, time -> time.getYear() % 100),
  Y("Y", 1, time -> time.getYear() % 10),
  IYYY("IYYY", 4, time -> isoYear(time)),
  IYY("IYY", 3, time -> isoYear(time) % 1000),
  IY("IY", 2, time -> isoYear(time) % 100),
  I("I", 1, time -> isoYear(time) % 10),
  CC("CC", 2, time -> (time.getYear() + 99) / 100),
  Q("Q", 1, time -> time.get(IsoFields.QUARTER_OF_YEAR)),
  MONTH("MONTH", time -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), 9),
  MON("MON", time -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), 0),
  RM("RM", time -> roman(time.getMonthValue()), 4),
  MM("MM", 2, time -> time.getMonthValue()),
  WW("WW", 2, time -> (time.getDayOfYear() - 1) / 7 + 1),
  W("W", 1, time -> (time.getDayOfMonth() - 1) / 7 + 1),
  IW("IW", 2, time -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
  IDDD("IDDD", 3, time -> isoDay(time)),
  ID("ID", 1, time -> time.getDayOfWeek().getValue()),
  DAY("DAY", time -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), 9),
  DY("DY", time -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), 0),
  DDD("DDD", 3, time -> time.getDayOfYear()),
  DD("DD", 2, time -> time.getDayOfMonth()),
  D("D", 1, time -> time.getDayOfWeek().getValue() % 7 + 1),
  J("J", 1, time -> time.getLong(JulianFields.JULIAN_DAY)),
  HH24("HH24", 2, time -> time.getHour()),
  HH12("HH12", 2, time -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM)),
  HH("HH", 2, time -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM)),
  MI("MI", 2, time -> time.getMinute()),
  SSSSS("SSSSS", 1, time -> time.toLocalTime().toSecondOfDay()),
  SSSS("SSSS", 1, time -> time.toLocalTime().toSecondOfDay()),
  SS("SS", 2, time -> time.getSecond()),
  MS("MS", 3, time -> time.get(ChronoField.MILLI_OF_SECOND)),
  US("US", 6, time -> time.get(ChronoField.MICRO_OF_SECOND)),
  FF1("FF1", 1, time -> time.get(ChronoField.MICRO_OF_SECOND) / 100_000),
  FF2("FF2", 2, time -> time.get(ChronoField.MICRO_OF_SECOND) / 10_000),
  FF3("FF3", 3, time -> time.get(ChronoField.MICRO_OF_SECOND) / 1_000),
  FF4("FF4", 4, time -> time.get(ChronoField.MICRO_OF_SECOND) / 100),
  FF5("FF5", 5, time -> time.get(ChronoField.MICRO_OF_SECOND) / 10),
  FF6("FF6", 6, time -> time.get(ChronoField.MICRO_OF_SECOND)),
  AM("AM", time -> time.getHour() < 12 ? "AM" : "PM", 0),
  PM("PM", time -> time.getHour() < 12 ? "AM" : "PM", 0),
  A_M("A.M.", time -> time.getHour() < 12 ? "A.M." : "P.M.", 0),
  P_M("P.M.", time -> time.getHour() < 12 ? "A.M." : "P.M.", 0),
  AD("AD", time -> time.getYear() > 0 ? "AD" : "BC", 0),
  BC("BC", time -> time.getYear() > 0 ? "AD" : "BC", 0),
  A_D("A.D.", time -> time.getYear() > 0 ? "A.D." : "B.C.", 0),
  B_C("B.C.", time -> time.getYear() > 0 ? "A.D." : "B.C.", 0),
  /** Asks only that texts are read exactly. */
  FX("FX", time -> "", 0),
  /** Of a timestamp without a zone, as PostgreSQL: nothing. */
  TZ("TZ", time -> "", 0);

  /** The longest first. */
  static final List<TimeField> ALL =
      Arrays.stream(values())
          .sorted(Comparator.comparingInt((TimeField field) -> field.letters.length()).reversed())
          .toList();

  private final String letters;
  private final int width;
  private final boolean isNumber;

  @SuppressWarnings("ImmutableEnumChecker") // functions of the time alone
  private final Function<LocalDateTime, Object> value;

  TimeField(String letters, Function<LocalDateTime, String> name, int width) {
    this.letters = letters;
    this.width = width;
    this.isNumber = false;
    this.value = name::apply;
  }

  TimeField(String letters, int digits, ToLongFunction<LocalDateTime> number) {
    this.letters = letters;
    this.width = digits;
    this.isNumber = true;
    this.value = number::applyAsLong;
  }

  String letters() {
    return letters;
  }

  int width() {
    return width;
  }

  boolean isNumber() {
    return isNumber;
  }

  /** Digits behind the point, of which none can be left out. */
  boolean isFraction() {
    return this == MS || this == US || name().startsWith("FF");
  }

  Object value(LocalDateTime time) {
    return value.apply(time);
  }

  private static String roman(int month) {
    return List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
        .get(month - 1);
  }

  private static int isoYear(LocalDateTime time) {
    return time.get(IsoFields.WEEK_BASED_YEAR);
  }

  private static int isoDay(LocalDateTime time) {
    return (time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) - 1) * 7 + time.getDayOfWeek().getValue();
  }
}
