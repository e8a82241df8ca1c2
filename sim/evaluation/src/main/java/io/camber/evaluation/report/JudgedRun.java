package io.camber.evaluation.report;

import io.camber.evaluation.judgement.Judgement;

/** A run and what the jury says about it. */
public record JudgedRun(RunFacts facts, Judgement judgement) {}
