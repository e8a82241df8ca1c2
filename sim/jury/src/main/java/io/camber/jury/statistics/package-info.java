/**
 * What may be concluded from counts and paired differences: exact intervals of rates, exact tests of pairs, seeded bootstrap,
 * correction for many questions. Pure functions; no domain type.
 */
@NullMarked
package io.camber.jury.statistics;

import org.jspecify.annotations.NullMarked;
