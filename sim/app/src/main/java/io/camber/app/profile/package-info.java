/**
 * How long nodes really compute on this machine, for runs whose latencies are measured and not declared. Main type: {@link
 * io.camber.app.profile.NodeProfile}.
 */
@NullMarked
package io.camber.app.profile;

import org.jspecify.annotations.NullMarked;
