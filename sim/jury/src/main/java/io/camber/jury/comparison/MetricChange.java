package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;

/**
 * One metric over all pairs in which both runs measured it.
 *
 * @param difference mean of after minus before
 * @param low 2.5 % bound of that mean
 * @param high 97.5 % bound of it
 * @param pValue corrected for the number of metrics looked at
 * @param least differences smaller than this are of no interest
 */
public record MetricChange(
    String name,
    String unit,
    Owner owner,
    Metric.Better better,
    int pairs,
    double before,
    double after,
    double difference,
    double low,
    double high,
    double pValue,
    double least,
    Verdict verdict) {}
