/**
 * The bus beside other middleware: {@link io.camber.app.busbench.PeerBenchmark} measures Camber and what of its peers is
 * installed in turns, one pair of processes at a time, and {@link io.camber.app.busbench.PeerTable} and
 * {@link io.camber.app.busbench.PeerJson} tell medians, spread, ratios and bars. The peers' programs are resources that are
 * compiled when they are needed.
 */
@NullMarked
package io.camber.app.busbench;

import org.jspecify.annotations.NullMarked;
