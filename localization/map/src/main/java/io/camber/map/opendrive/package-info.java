/**
 * Reads OpenDRIVE 1.4 to 1.8 files into the road model; the only package that knows XML.
 */
@NullMarked
package io.camber.map.opendrive;

import org.jspecify.annotations.NullMarked;
