package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The random choices of one query, and which constructs they led to. Not for many threads. */
final class Draw {
  /** Of a hundred statements. */
  private static final int WITH_PARAMETERS = Integer.getInteger("differential.parameters", 35);

  private final SplittableRandom random;
  private final Facts facts;
  private final Set<Construct> constructs = EnumSet.noneOf(Construct.class);
  private final Set<String> functions = new TreeSet<>();
  private final boolean hasParameters;
  private int aliases;

  Draw(long seed, Facts facts) {
    // Twice, since neighbouring seeds give neighbouring first numbers.
    this.random = new SplittableRandom(new SplittableRandom(seed).nextLong());
    this.facts = facts;
    this.hasParameters = chance(WITH_PARAMETERS);
  }

  /** What there is to ask about. */
  Facts facts() {
    return facts;
  }

  Set<Construct> constructs() {
    return constructs;
  }

  void mark(Construct construct) {
    constructs.add(construct);
  }

  /** The function has been called. */
  void use(String function) {
    functions.add(function);
  }

  Set<String> functions() {
    return functions;
  }

  /** A name that the statement does not have yet. */
  String alias() {
    aliases++;
    return "q" + aliases;
  }

  /** Whether the next literal shall be a question mark. */
  boolean isParameter() {
    return hasParameters && chance(40);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  final <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }

  /** One of the ways, each as likely as the others. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  final <T> T one(Supplier<T>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }

  <T> List<T> several(int least, int most, Supplier<T> each) {
    return IntStream.range(0, between(least, most)).mapToObj(i -> each.get()).toList();
  }

  /** Different ones, in random order. */
  <T> List<T> some(int count, List<T> all) {
    final List<T> rest = new ArrayList<>(all);
    final List<T> some = new ArrayList<>();
    while (some.size() < count && !rest.isEmpty()) {
      some.add(rest.remove(random.nextInt(rest.size())));
    }
    return some;
  }
}
