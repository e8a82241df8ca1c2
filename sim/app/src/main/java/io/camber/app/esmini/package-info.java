/** esmini, the open source player of OpenSCENARIO, as a peer where its library is installed: {@link io.camber.app.esmini.EsminiPeer}. */
@NullMarked
package io.camber.app.esmini;

import org.jspecify.annotations.NullMarked;
