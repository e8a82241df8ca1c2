/** Sweeps and pictures of the nuScenes collection (Caesar et al. 2020) as files, without its tables. */
@NullMarked
package io.camber.drives.nuscenes;

import org.jspecify.annotations.NullMarked;
