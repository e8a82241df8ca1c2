package io.camber.app.sweep.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Covariance matrix adaptation (Hansen 2016, arXiv 1604.00772; the optimiser is Hipparchus') with restarts from elsewhere and
 * with larger populations (Auger and Hansen 2005).
 *
 * <p>It keeps nothing: {@link #next} plays the optimiser from its start on the values that are known, until a generation needs
 * some that are not, and asks for those together. So a generation can be run in parallel, in any order, and a search that was
 * cut short goes on where it was.
 */
public final class EvolutionSearch {
  private static final int RESTARTS_MAX = 64;
  private static final int GENERATIONS_MAX = 400;
  private static final int POPULATION_MAX = 64;
  private static final double STEP = 0.3;

  /** Generations in a row without anything new after which it starts elsewhere. */
  private static final int STALE_MAX = 6;

  private final SearchSpace space;
  private final long seed;

  /** A search in a space in which something varies. */
  public EvolutionSearch(SearchSpace space, long seed) {
    if (space.dimension() == 0) {
      throw new IllegalArgumentException("dimension=0: nothing varies");
    }
    this.space = space;
    this.seed = seed;
  }

  /** Thrown through the optimiser when it may not go on. */
  private static final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halt() {
      super("", null, false, false);
    }
  }

  /**
   * Combinations whose values are wanted next, each once, none of them known; empty when it has looked enough.
   *
   * @param known values by combination, small for what is looked for
   */
  public List<Long> next(Map<Long, Double> known) {
    Set<Long> seen = new HashSet<>();
    for (int restart = 0; restart < RESTARTS_MAX; restart++) {
      Replay replay = new Replay(known, population(restart), seen);
      try {
        optimize(restart, replay);
      } catch (Halt e) {
        // it has told what it wants, or has nothing new to tell
      }
      if (!replay.wanted.isEmpty()) {
        return List.copyOf(replay.wanted);
      }
    }
    return List.of();
  }

  private int population(int restart) {
    int first = 4 + (int) (3.0 * StrictMath.log(space.dimension()));
    return Math.min(POPULATION_MAX, first << Math.min(restart, 6));
  }

  private void optimize(int restart, Replay replay) {
    RandomGenerator random = new Well19937c(seed * 1_000_003L + restart);
    int n = space.dimension();
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = restart == 0 ? 0.5 : random.nextDouble();
    }
    double[] low = new double[n];
    double[] high = filled(n, 1.0);
    new CMAESOptimizer(
            GENERATIONS_MAX,
            Double.NEGATIVE_INFINITY,
            true,
            0,
            0,
            random,
            false,
            (i, a, b) -> false)
        .optimize(
            MaxEval.unlimited(),
            MaxIter.unlimited(),
            GoalType.MINIMIZE,
            new ObjectiveFunction(replay),
            new InitialGuess(start),
            new SimpleBounds(low, high),
            new CMAESOptimizer.Sigma(filled(n, STEP)),
            new CMAESOptimizer.PopulationSize(replay.population));
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  /** Answers from what is known, and notes what is not. The optimiser asks for its start, then for generation after generation. */
  private final class Replay implements MultivariateFunction {
    private final Map<Long, Double> known;
    private final int population;
    private final Set<Long> seen;
    private final Set<Long> wanted = new LinkedHashSet<>();
    private int calls;
    private int stale;
    private boolean hasNews;

    Replay(Map<Long, Double> known, int population, Set<Long> seen) {
      this.known = known;
      this.population = population;
      this.seen = seen;
    }

    @Override
    public double value(double[] point) {
      if (calls > population && (calls - 1) % population == 0) {
        endGeneration();
      }
      calls++;
      long combination = space.combination(point);
      hasNews |= seen.add(combination);
      Double value = known.get(combination);
      if (value == null) {
        wanted.add(combination);
        return 0.0; // nobody will act on it: the generation ends first
      }
      return value;
    }

    private void endGeneration() {
      stale = hasNews ? 0 : stale + 1;
      hasNews = false;
      if (!wanted.isEmpty() || stale >= STALE_MAX) {
        throw new Halt();
      }
    }
  }
}
