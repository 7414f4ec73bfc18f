package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.kept.KeptValues;
import io.github.bedrockjdbc.adapter.kept.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists that were read for a statement and may answer others: for the same, or for a part. */
final class KeptLists {
  private final KeptValues values;
  private final Listing listing;

  /**
   * @param wanted narrows down what is listed, beside region and account
   */
  private record Key(Source source, long asker, Listing listing, WantedValues wanted) {}

  KeptLists(Engine engine, Listing listing) {
    this.values = engine.values();
    this.listing = listing;
  }

  Moment now() {
    return values.now();
  }

  /** A list that has all that is wanted; empty if none is young enough. */
  @SuppressWarnings("unchecked") // under such a key by put
  Optional<List<Item>> get(Source source, long asker, WantedValues wanted, Duration maxAge) {
    return keys(source, asker, wanted)
        .map(key -> (List<Item>) values.get(key, maxAge).orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The age of such a list. */
  Optional<Duration> age(Source source, long asker, WantedValues wanted, Duration maxAge) {
    return keys(source, asker, wanted).flatMap(key -> values.age(key, maxAge).stream()).findFirst();
  }

  void put(
      Source source,
      long asker,
      WantedValues wanted,
      List<Item> items,
      Moment begun,
      Duration maxAge) {
    values.put(new Key(source, asker, listing, pushed(wanted)), items, begun, maxAge);
  }

  private Stream<Key> keys(Source source, long asker, WantedValues wanted) {
    return Stream.of(pushed(wanted), new WantedValues(Map.of()))
        .distinct()
        .map(wide -> new Key(source, asker, listing, wide));
  }

  private WantedValues pushed(WantedValues wanted) {
    return wanted.only(listing.pushed());
  }
}
