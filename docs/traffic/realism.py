#!/usr/bin/env python3
"""Distributions of recorded traffic beside those of `camber traffic --json`.

    realism.py DATA_FOLDER OUT.png NAME=REPORT.json ...

DATA_FOLDER holds argoverse2/, lyft_l5/, kitti_tracking/, commonroad/ and eth_ucy/ as published. Needs numpy, pyarrow, numcodecs, matplotlib.
Headway is front to front over own speed, of vehicles that move faster than 2 m/s behind another in the same lane
within 10 s: the other's centre lies within 1.6 m of the line straight ahead and turned by less than 20 degrees.
"""
import glob
import json
import os
import sys
import xml.etree.ElementTree as ElementTree

import numpy as np

MOVING_MPS, HEADWAY_S_MAX, ASIDE_M, TURN = 2.0, 10.0, 1.6, np.radians(20)


def samples(frames):
    """frames: arrays of x, y, yaw, speed, length. Returns speeds, headways, standing gaps."""
    speeds, headways, gaps = [], [], []
    for f in frames:
        if len(f) == 0:
            continue
        x, y, yaw, v, length = f.T
        speeds.extend(v)
        for i in range(len(f)):
            dx, dy = x - x[i], y - y[i]
            ahead = dx * np.cos(yaw[i]) + dy * np.sin(yaw[i])
            aside = -dx * np.sin(yaw[i]) + dy * np.cos(yaw[i])
            turn = np.abs((yaw - yaw[i] + np.pi) % (2 * np.pi) - np.pi)
            ok = (ahead > 1) & (np.abs(aside) < ASIDE_M) & (turn < TURN)
            if not ok.any():
                continue
            k = np.where(ok)[0][np.argmin(ahead[ok])]
            front = ahead[k] + 0.5 * (length[k] - length[i])
            if v[i] > MOVING_MPS and 0 < front / v[i] < HEADWAY_S_MAX:
                headways.append(front / v[i])
            elif v[i] < 0.1 and v[k] < 0.1 and 0 < front - length[k] < 10:
                gaps.append(front - length[k])
    return np.array(speeds), np.array(headways), np.array(gaps)


def yaw_of(qw, qz):
    return 2 * np.arctan2(qz, qw)


def argoverse(folder):
    from pyarrow import feather
    frames = []
    for log in sorted(glob.glob(folder + "/argoverse2/sensor/*")):
        boxes = feather.read_table(glob.glob(log + "/annotations*.feather")[0]).to_pydict()
        pose = feather.read_table(log + "/city_SE3_egovehicle.feather").to_pydict()
        pt = np.array(pose["timestamp_ns"])
        order = np.argsort(pt)
        tracks = {}
        for i, kind in enumerate(boxes["category"]):
            if kind not in ("REGULAR_VEHICLE", "LARGE_VEHICLE", "BUS", "BOX_TRUCK", "TRUCK", "EGO_VEHICLE"):
                continue
            t = boxes["timestamp_ns"][i]
            j = order[min(len(pt) - 1, np.searchsorted(pt[order], t))]
            ego = yaw_of(pose["qw"][j], pose["qz"][j])
            c, s = np.cos(ego), np.sin(ego)
            bx, by = boxes["tx_m"][i], boxes["ty_m"][i]
            tracks.setdefault(boxes["track_uuid"][i], []).append(
                (t, pose["tx_m"][j] + c * bx - s * by, pose["ty_m"][j] + s * bx + c * by,
                 ego + yaw_of(boxes["qw"][i], boxes["qz"][i]), boxes["length_m"][i]))
        frames += by_time(tracks, 1e-9)
    return frames


def by_time(tracks, scale):
    """Frames once a second with speeds over half a second before and after; parked vehicles are left out."""
    at = {}
    for rows in tracks.values():
        rows = np.array(sorted(rows), dtype=float)
        t = (rows[:, 0] - rows[0, 0]) * scale
        if t[-1] < 1.5:
            continue
        if np.hypot(*(rows[-1, 1:3] - rows[0, 1:3])) < 3.0:
            continue
        for k in range(len(rows)):
            a, b = np.searchsorted(t, t[k] - 0.5), min(len(t) - 1, np.searchsorted(t, t[k] + 0.5))
            if b > a and (t[b] - t[a]) > 0.4:
                v = np.hypot(*(rows[b, 1:3] - rows[a, 1:3])) / (t[b] - t[a])
                at.setdefault(rows[k, 0], []).append((rows[k, 1], rows[k, 2], rows[k, 3], v, rows[k, 4]))
    times = sorted(at)
    chosen, last = [], -1e18
    for t in times:
        if (t - last) * scale > 0.95:
            chosen.append(np.array(at[t]))
            last = t
    return chosen


def lyft(folder):
    import numcodecs
    root = folder + "/lyft_l5/single_scene.zarr/"

    def array(name):
        meta = json.load(open(root + name + "/.zarray"))
        dtype = np.dtype([tuple(d[:2]) + ((tuple(d[2]),) if len(d) > 2 else ()) for d in meta["dtype"]])
        parts = sorted((p for p in os.listdir(root + name) if p.isdigit()), key=int)
        raw = [np.frombuffer(numcodecs.Blosc().decode(open(root + name + "/" + p, "rb").read()), dtype) for p in parts]
        return np.concatenate(raw)[: meta["shape"][0]]

    agents, frames = array("agents"), array("frames")
    tracks = {}
    for f in frames:
        a, b = f["agent_index_interval"]
        for row in agents[a:b]:
            if np.argmax(row["label_probabilities"]) in (3, 4, 6, 7):  # car, van, bus, truck of the published labels
                tracks.setdefault(int(row["track_id"]), []).append(
                    (float(f["timestamp"]), row["centroid"][0], row["centroid"][1], row["yaw"], row["extent"][0]))
    return by_time(tracks, 1e-9)


def kitti(folder):
    frames = []
    for labels in sorted(glob.glob(folder + "/kitti_tracking/label/*.txt")):
        oxts = np.loadtxt(labels.replace("/label/", "/oxts/"))
        scale = np.cos(np.radians(oxts[0, 0])) * 6378137.0
        ex = scale * np.radians(oxts[:, 1])
        ey = scale * np.log(np.tan(np.pi / 4 + np.radians(oxts[:, 0]) / 2))
        tracks = {"ego": [(f, ex[f], ey[f], oxts[f, 5], 4.4) for f in range(len(oxts))]}
        for line in open(labels):
            w = line.split()
            frame = int(w[0])
            if w[2] not in ("Car", "Van", "Truck") or frame >= len(oxts):
                continue
            length, cx, cz, ry = float(w[12]), float(w[13]), float(w[15]), float(w[16])
            yaw = oxts[frame, 5]
            ahead, left = cz + 0.6, -cx  # the camera stands so far ahead of the inertial unit, and of the body's middle
            tracks.setdefault(w[1], []).append(
                (frame, ex[frame] + ahead * np.cos(yaw) - left * np.sin(yaw), ey[frame] + ahead * np.sin(yaw) + left * np.cos(yaw),
                 yaw - ry - np.pi / 2, length))
        frames += by_time(tracks, 0.1)
    return frames


def walking(file):
    """Speeds of people who walk, from one recorded position to the next, 0.4 s later."""
    rows = np.loadtxt(file)
    speeds = []
    for person in np.unique(rows[:, 1]):
        track = rows[rows[:, 1] == person]
        track = track[np.argsort(track[:, 0])]
        steps = np.diff(track, axis=0)
        v = np.hypot(steps[:, 2], steps[:, 3]) / (steps[:, 0] * 0.04)
        speeds.extend(v[v > 0.3])
    return np.array(speeds)


def commonroad(file):
    root = ElementTree.parse(file).getroot()
    dt = float(root.attrib["timeStepSize"])
    tracks = {}

    def middle(node):
        exact = node.find("exact")
        if exact is not None:
            return float(exact.text)
        return 0.5 * (float(node.find("intervalStart").text) + float(node.find("intervalEnd").text))

    for o in list(root.iter("dynamicObstacle")) + [o for o in root.iter("obstacle") if o.findtext("role") == "dynamic"]:
        length = float(o.find(".//shape//length").text)
        for state in [o.find("initialState")] + o.findall(".//trajectory/state"):
            p = state.find("position")
            x = float(next(p.iter("x")).text)
            y = float(next(p.iter("y")).text)
            tracks.setdefault(o.attrib["id"], []).append(
                (middle(state.find("time")) * dt, x, y, middle(state.find("orientation")), length))
    return by_time(tracks, 1.0), lane_changes(root, tracks)


def lane_changes(root, tracks):
    """Changes to an adjacent lanelet that runs the same way, and kilometres driven."""
    from matplotlib.path import Path
    lanes, beside = {}, {}
    for lane in root.findall("lanelet"):
        side = lambda name: [(float(p.findtext("x")), float(p.findtext("y"))) for p in lane.find(name).findall("point")]
        lanes[lane.attrib["id"]] = Path(side("leftBound") + side("rightBound")[::-1])
        beside[lane.attrib["id"]] = {
            a.attrib["ref"] for n in ("adjacentLeft", "adjacentRight") for a in lane.findall(n)
            if a.attrib.get("drivingDir") == "same"}
    changes, metres = 0, 0.0
    for rows in tracks.values():
        rows = np.array(sorted(rows))
        metres += np.hypot(*np.diff(rows[:, 1:3], axis=0).T).sum()
        last = None
        for row in rows:
            inside = [i for i, p in lanes.items() if p.contains_point(row[1:3])]
            if last is not None and last not in inside and beside[last] & set(inside):
                changes += 1
            if inside:
                last = last if last in inside else inside[0]
    return changes, metres / 1000


def main():
    folder, picture = sys.argv[1:3]
    rows = {}
    rows["Argoverse 2, two logs in Miami and Pittsburgh"] = (samples(argoverse(folder)), None)
    rows["Lyft L5, one scene in Palo Alto"] = (samples(lyft(folder)), None)
    rows["KITTI, nine drives in Karlsruhe"] = (samples(kitti(folder)), None)
    for name, label in (("USA_Peach-4_8_T-1", "NGSIM Peachtree Street, Atlanta"), ("USA_US101-4_1_T-1", "NGSIM US 101 motorway"),
                        ("DEU_A9-3_1_T-1", "A9 motorway, Germany")):
        frames, (changes, km) = commonroad(folder + "/commonroad/" + name + ".xml")
        rows[label] = (samples(frames), (changes, km))
    print("| traffic | speed p10 / p50 / p90, m/s | headway p10 / p50 / p90, s | standing gap p50, m | lane changes a km | samples |")
    print("|---|---|---|---|---|---|")

    def spread(a):
        return "/".join(f" {q:.1f} " for q in np.quantile(a, [0.1, 0.5, 0.9])) if len(a) > 4 else "-"

    for label, ((v, h, g), lc) in rows.items():
        change = "-" if lc is None else f"{lc[0] / lc[1]:.2f} ({lc[0]} in {lc[1]:.1f} km)"
        gap = f"{np.median(g):.1f}" if len(g) > 4 else "-"
        print(f"| {label} | {spread(v)} | {spread(h)} | {gap} | {change} | {len(v)} speeds, {len(h)} headways |")
    reports = {}
    for argument in sys.argv[3:]:
        label, file = argument.split("=", 1)
        r = reports[label] = json.load(open(file))
        s = lambda n: " / ".join(f"{r[n][q]:.1f}" for q in ("p10", "p50", "p90"))
        gap = f"{r['standingM']['p50']:.1f}" if r["standingM"]["samples"] else "-"
        print(f"| **Camber**, {label} | {s('speedMps')} | {s('headwayS')} | {gap} | {r['laneChangesPerKm']:.2f} | "
              f"{r['speedMps']['samples']} speeds, {r['headwayS']['samples']} headways |")
    for name, label in (("crowds_zara03", "Zara, a shopping street in Nicosia"), ("uni_examples", "a university's court in Nicosia")):
        speeds = walking(folder + "/eth_ucy/" + name + ".txt")
        print(f"| {label}, on foot | {spread(speeds)} | {len(speeds)} |")
    draw(rows, reports, picture)


def draw(rows, reports, picture):
    import matplotlib
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    figure, axes = plt.subplots(1, 2, figsize=(11, 4.2))
    for axis, index, key, top, label in ((axes[0], 0, "speedMps", 30, "speed, m/s"), (axes[1], 1, "headwayS", 10, "headway, s")):
        for name, (values, _) in rows.items():
            data = np.sort(values[index])
            if len(data) > 10:
                axis.plot(data, np.linspace(0, 1, len(data)), lw=1.2, label=name)
        for name, r in reports.items():
            edges = np.arange(1, len(r[key]["shares"]) + 1) * r[key]["binWidth"]
            axis.plot(edges, np.cumsum(r[key]["shares"]), "k", ls={0: "-", 1: "--", 2: ":"}[list(reports).index(name) % 3], lw=1.8, label="Camber, " + name)
        axis.set_xlim(0, top)
        axis.set_xlabel(label)
        axis.set_ylabel("share of samples below")
        axis.grid(alpha=0.3)
    axes[0].legend(fontsize=7, loc="lower right")
    figure.tight_layout()
    figure.savefig(picture, dpi=110)


if __name__ == "__main__":
    main()
