package io.github.bedrockjdbc.emulator.data;

import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Jobs that are made when they are asked for, and kept as long as there is memory: who measures a
 * client does not want to measure how jobs are made. Safe for several threads.
 */
public final class KeptJobs extends AbstractList<Job> implements RandomAccess {
  /** So many take some 150 MB, and what is made of them about as much. */
  public static final int MOST = 100_000;

  private final List<Job> source;
  private final AtomicReferenceArray<SoftReference<Job>> made;

  private KeptJobs(List<Job> source) {
    this.source = source;
    this.made = new AtomicReferenceArray<>(source.size());
  }

  /** The same jobs; a list that is too long to be kept stays as it is. */
  public static List<Job> of(List<Job> source) {
    return source.size() > MOST ? source : new KeptJobs(source);
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public Job get(int index) {
    final SoftReference<Job> before = made.get(index);
    final Job kept = before == null ? null : before.get();
    if (kept != null) {
      return kept;
    }
    final Job job = source.get(index);
    made.set(index, new SoftReference<>(job));
    return job;
  }
}
