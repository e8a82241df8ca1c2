package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;

/**
 * One metric over all pairs in which both runs measured it.
 *
 * @param onlyBefore pairs in which only the run before measured it; they are in no mean
 * @param onlyAfter pairs in which only the run after did
 * @param difference mean of after minus before
 * @param low lower bound of its 95 % interval; NaN when there are too few scenarios for one
 * @param high upper bound of it
 * @param pValue corrected for the number of metrics looked at
 * @param least differences smaller than this are of no interest
 */
public record MetricChange(
    String name,
    String unit,
    Owner owner,
    Metric.Better better,
    int pairs,
    int onlyBefore,
    int onlyAfter,
    double before,
    double after,
    double difference,
    double low,
    double high,
    double pValue,
    double least,
    Verdict verdict) {}
