"""Second implementation of tracking, detection and trajectory scores with NumPy and SciPy.

The tests beside it hold the figures that this prints. Run with CAMBER_TEST_DATA set:
    python3 reference_scores.py
"""
import os
import numpy as np
from scipy.optimize import linear_sum_assignment

DATA = os.environ.get("CAMBER_TEST_DATA", ".") + "/data"


def kitti_frames(sequence):
    """Cars of a sequence: frame -> {id: (x, z)}."""
    frames = {}
    for line in open(f"{DATA}/kitti_tracking/label/{sequence}.txt"):
        w = line.split()
        frames.setdefault(int(w[0]), {})
        if w[2] == "Car":
            frames[int(w[0])][int(w[1])] = (float(w[13]), float(w[15]))
    return frames


def spoiled(frames):
    """Tracks that miss, drift, change their number and are not there, by rule."""
    tracks = {}
    for f, objects in frames.items():
        out = {}
        for i, (x, z) in objects.items():
            if (f * 7 + i) % 10 == 0:
                continue
            number = i + 1000 if i % 3 == 0 and f >= 150 else i
            out[number] = (x + 0.3 * ((f + i) % 5), z)
        if f % 6 == 0:
            out[5000 + f // 60] = (0.0, 100.0)
        tracks[f] = out
    return tracks


def clear(frames, tracks, threshold):
    tp = fp = fn = ids = 0
    motp = 0.0
    last, before, life, hit, frag = {}, {}, {}, {}, {}
    for f in sorted(frames):
        g, t = frames[f], tracks[f]
        for i in g:
            life[i] = life.get(i, 0) + 1
        if not g or not t:
            fp += len(t)
            fn += len(g)
            continue
        gi, ti = list(g), list(t)
        s = np.array([[max(0, 1 - np.hypot(g[i][0] - t[j][0], g[i][1] - t[j][1]) / 4) for j in ti] for i in gi])
        score = s.copy()
        for a, i in enumerate(gi):
            for b, j in enumerate(ti):
                if before.get(i) == j:
                    score[a, b] += 1000
        score[s < threshold - np.finfo(float).eps] = 0
        rows, cols = linear_sum_assignment(-score)
        now = {}
        n = 0
        for a, b in zip(rows, cols):
            if score[a, b] <= 0:
                continue
            n += 1
            i, j = gi[a], ti[b]
            ids += i in last and last[i] != j
            frag[i] = frag.get(i, 0) + (i not in before)
            hit[i] = hit.get(i, 0) + 1
            last[i] = j
            now[i] = j
            motp += s[a, b]
        before = now
        tp += n
        fn += len(gi) - n
        fp += len(ti) - n
    share = [hit.get(i, 0) / life[i] for i in life]
    return dict(tp=tp, fp=fp, fn=fn, ids=ids, mota=(tp - fp - ids) / (tp + fn), motp=motp / tp,
                mt=sum(x > 0.8 for x in share), ml=sum(x < 0.2 for x in share),
                frag=sum(max(0, v - 1) for v in frag.values()))


def hota(frames, tracks):
    gids = sorted({i for o in frames.values() for i in o})
    tids = sorted({i for o in tracks.values() for i in o})
    gx = {i: k for k, i in enumerate(gids)}
    tx = {i: k for k, i in enumerate(tids)}
    pot = np.zeros((len(gids), len(tids)))
    gc, tc = np.zeros(len(gids)), np.zeros(len(tids))
    sims = []
    for f in sorted(frames):
        g, t = frames[f], tracks[f]
        gi, ti = [gx[i] for i in g], [tx[i] for i in t]
        s = np.array([[max(0, 1 - np.hypot(g[i][0] - t[j][0], g[i][1] - t[j][1]) / 4) for j in t] for i in g])
        s = s.reshape(len(gi), len(ti))
        den = s.sum(0)[None, :] + s.sum(1)[:, None] - s
        siou = np.where(den > np.finfo(float).eps, s / np.where(den == 0, 1, den), 0)
        for a, i in enumerate(gi):
            for b, j in enumerate(ti):
                pot[i, j] += siou[a, b]
        gc[gi] += 1
        tc[ti] += 1
        sims.append((gi, ti, s))
    align = pot / (gc[:, None] + tc[None, :] - pot)
    alphas = np.arange(0.05, 0.99, 0.05)
    tp = np.zeros(19)
    matches = np.zeros((19, len(gids), len(tids)))
    loc = np.zeros(19)
    for gi, ti, s in sims:
        if not gi or not ti:
            continue
        rows, cols = linear_sum_assignment(-(align[np.ix_(gi, ti)] * s))
        for k, a in enumerate(alphas):
            for r, c in zip(rows, cols):
                if s[r, c] >= a - np.finfo(float).eps:
                    tp[k] += 1
                    loc[k] += s[r, c]
                    matches[k, gi[r], ti[c]] += 1
    deta = tp / (gc.sum() + tc.sum() - tp)
    assa = np.array([(m * (m / np.maximum(1, gc[:, None] + tc[None, :] - m))).sum() / max(1, n) for m, n in zip(matches, tp)])
    assre = np.array([(m * (m / np.maximum(1, gc[:, None]))).sum() / max(1, n) for m, n in zip(matches, tp)])
    asspr = np.array([(m * (m / np.maximum(1, tc[None, :]))).sum() / max(1, n) for m, n in zip(matches, tp)])
    return dict(hota=np.sqrt(deta * assa).mean(), deta=deta.mean(), assa=assa.mean(), loca=(loc / tp).mean(),
                detre=(tp / gc.sum()).mean(), detpr=(tp / tc.sum()).mean(), assre=assre.mean(), asspr=asspr.mean())


def idf1(frames, tracks, threshold):
    gids = sorted({i for o in frames.values() for i in o})
    tids = sorted({i for o in tracks.values() for i in o})
    pot = np.zeros((len(gids), len(tids)))
    for f in frames:
        for a, i in enumerate(gids):
            for b, j in enumerate(tids):
                if i in frames[f] and j in tracks[f]:
                    p, q = frames[f][i], tracks[f][j]
                    pot[a, b] += max(0, 1 - np.hypot(p[0] - q[0], p[1] - q[1]) / 4) >= threshold
    rows, cols = linear_sum_assignment(-pot)
    n = sum(len(o) for o in frames.values()) + sum(len(o) for o in tracks.values())
    return 2 * pot[rows, cols].sum() / n


def keyframe_score(f, j):
    return (j * 37 + f * 11) % 97 / 97 * 0.9 + 0.05


def filled(frames, keys):
    """Whoever is missing in between goes straight on."""
    out = {k: dict(frames[k]) for k in keys}
    for i in {i for k in keys for i in frames[k]}:
        at = [n for n, k in enumerate(keys) if i in frames[k]]
        for a, b in zip(at, at[1:]):
            for n in range(a + 1, b):
                p, q = np.array(frames[keys[a]][i]), np.array(frames[keys[b]][i])
                out[keys[n]][i] = tuple(p + (q - p) * (n - a) / (b - a))
    return out


def keyframe_events(truth, tracks, scores, least):
    """py-motmetrics: one event an object and keyframe, and the number of false tracks."""
    last, events, false, number = {}, [], 0, 0
    for k in sorted(truth):
        g = truth[k]
        t = {j: p for j, p in tracks[k].items() if scores[j] >= least}
        if not g and not t:
            continue
        pairs = {}
        for i in g:
            j = last.get(i)
            if j in t and j not in pairs.values() and np.hypot(*np.subtract(g[i], t[j])) < 2:
                pairs[i] = j
                events.append((number, i, "match", j, np.hypot(*np.subtract(g[i], t[j]))))
        gi, ti = [i for i in g if i not in pairs], [j for j in t if j not in pairs.values()]
        cost = np.full((len(gi), len(ti)), 1e6)
        for a, i in enumerate(gi):
            for b, j in enumerate(ti):
                d = np.hypot(*np.subtract(g[i], t[j]))
                cost[a, b] = d if d < 2 else 1e6
        for a, b in zip(*linear_sum_assignment(cost)):
            if cost[a, b] < 2:
                i, j = gi[a], ti[b]
                events.append((number, i, "switch" if i in last and last[i] != j else "match", j, cost[a, b]))
                pairs[i] = last[i] = j
        events += [(number, i, "miss", None, 0.0) for i in g if i not in pairs]
        false += len(t) - len(pairs)
        number += 1
    return events, false


def tracking_benchmark(frames, tracks):
    """nuScenes tracking at every fifth frame: AMOTA, AMOTP, TID and LGD, these also with who was never tracked."""
    keys = [f for f in sorted(frames) if f % 5 == 0]
    claims = {}
    for k in keys:
        for j in tracks[k]:
            claims.setdefault(j, []).append(keyframe_score(k, j))
    # summed one after the other, so that tracks of equal scores have equal means in both
    scores = {j: np.cumsum(c)[-1] / len(c) for j, c in claims.items()}
    truth, found = filled(frames, keys), filled(tracks, keys)
    count = sum(len(o) for o in truth.values())
    events, _ = keyframe_events(truth, found, scores, -1)
    reached = np.sort([scores[e[3]] for e in events if e[2] == "match"])[::-1]
    rec = np.arange(1, len(reached) + 1) / count
    targets = np.linspace(0.1, 1, 40).round(12)
    least = np.interp(targets, rec, reached, right=0)
    least[targets > rec.max()] = np.nan
    motar, motp, mota, at = [], [], [], []
    for x in least[::-1]:
        if np.isnan(x):
            motar.append(0.0)
            motp.append(2.0)
            continue
        events, false = keyframe_events(truth, found, scores, x)
        n = {kind: sum(e[2] == kind for e in events) for kind in ("match", "switch", "miss")}
        r = n["match"] / count
        motar.append(max(0, 1 - (n["miss"] + n["switch"] + false - (1 - r) * count) / (r * count)) if r else 0.0)
        pairs = n["match"] + n["switch"]
        motp.append(sum(e[4] for e in events) / pairs if pairs else 2.0)
        mota.append(max(0, 1 - (n["miss"] + n["switch"] + false) / count))
        at.append(events)
    best = at[int(np.argmax(mota))]
    waits, gaps, lives = [], [], []
    for i in {e[1] for e in best}:
        own = sorted(e for e in best if e[1] == i)
        first, end = own[0][0], own[-1][0]
        hits = [e[0] for e in own if e[2] != "miss"]
        if not hits:
            lives.append(end - first)
            continue
        waits.append(hits[0] - first)
        edges = [first - 1] + hits + [end + 1]
        gaps.append(max(np.diff(edges)) - 1)
    return (np.mean(motar), np.mean(motp), np.mean(waits) / 2, np.mean(gaps) / 2,
            np.mean(waits + lives) / 2, np.mean(gaps + lives) / 2)


def true_velocity(f, i):
    return (f * 13 + i) % 7 - 3.0


def claimed_velocity(f, j):
    return true_velocity(f, j % 1000) + 0.1 * ((f + 2 * j) % 6)


def detection_score(frames, tracks):
    """nuScenes NDS of one class whose sizes and headings are right; moving from 0.2 m/s on."""
    ap = np.mean([average_precision(frames, tracks, d)[0] for d in (0.5, 1.0, 2.0, 4.0)])
    ate = average_precision(frames, tracks, 2.0)[1]
    ave = average_precision(frames, tracks, 2.0, lambda f, i, j, d: abs(
        claimed_velocity(f, j) - true_velocity(f, i)))[1]
    aae = average_precision(frames, tracks, 2.0, lambda f, i, j, d: float(
        (abs(claimed_velocity(f, j)) > 0.2) != (abs(true_velocity(f, i)) > 0.2)))[1]
    nds = (5 * ap + max(0, 1 - ate) + 1 + 1 + max(0, 1 - ave) + max(0, 1 - aae)) / 10
    return ave, aae, nds


def average_precision(frames, tracks, distance, error=lambda f, i, j, d: d):
    """nuScenes: detections of all frames by score; score falls with a rule over number and frame."""
    npos = sum(len(o) for o in frames.values())
    found = []
    for f in sorted(frames):
        taken = set()
        order = sorted(tracks[f], key=lambda j: -((j * 37 + f * 11) % 97))
        for j in order:
            best, match = distance, None
            for i in frames[f]:
                d = np.hypot(frames[f][i][0] - tracks[f][j][0], frames[f][i][1] - tracks[f][j][1])
                if i not in taken and d < best:
                    best, match = d, i
            if match is not None:
                taken.add(match)
            found.append(((j * 37 + f * 11) % 97 / 97 * 0.9 + 0.05 + f * 1e-6 + (j % 1000) * 1e-9, match is not None,
                          None if match is None else error(f, match, j, best)))
    found.sort(key=lambda d: -d[0])
    flags = np.array([d[1] for d in found])
    conf = np.array([d[0] for d in found])
    tp = np.cumsum(flags)
    prec, rec = tp / np.arange(1, len(flags) + 1), tp / npos
    grid = np.linspace(0, 1, 101)
    p = np.interp(grid, rec, prec, right=0)
    c = np.interp(grid, rec, conf, right=0)
    ap = np.maximum(0, p[11:] - 0.1).mean() / 0.9
    errors = np.array([d[2] for d in found if d[1]])
    mconf = np.array([d[0] for d in found if d[1]])
    cum = np.cumsum(errors) / np.arange(1, len(errors) + 1)
    e = np.interp(c[::-1], mconf[::-1], cum[::-1])[::-1]
    last = np.nonzero(c)[0][-1]
    return ap, (1.0 if last < 11 else e[11:last + 1].mean())


def poses(name):
    m = np.loadtxt(f"{DATA}/kitti_raw_0005/{name}").reshape(-1, 3, 4)
    out = np.tile(np.eye(4), (len(m), 1, 1))
    out[:, :3] = m
    return out


def angle(r):
    return np.arctan2(np.linalg.norm([r[2, 1] - r[1, 2], r[0, 2] - r[2, 0], r[1, 0] - r[0, 1]]) / 2, (np.trace(r) - 1) / 2)


def ate(est, gt):
    p, q = est[:, :3, 3], gt[:, :3, 3]
    pm, qm = p.mean(0), q.mean(0)
    u, _, vt = np.linalg.svd((q - qm).T @ (p - pm))
    d = np.diag([1, 1, np.sign(np.linalg.det(u @ vt))])
    r = u @ d @ vt
    t = np.eye(4)
    t[:3, :3], t[:3, 3] = r, qm - r @ pm
    e = [np.linalg.inv(g) @ (t @ x) for g, x in zip(gt, est)]
    return (np.sqrt(np.mean([np.linalg.norm(x[:3, 3]) ** 2 for x in e])),
            np.sqrt(np.mean([angle(x[:3, :3]) ** 2 for x in e])))


def drift(est, gt, lengths):
    way = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(gt[:, :3, 3], axis=0), axis=1))])
    out = []
    for i in range(0, len(gt), 10):
        for length in lengths:
            j = np.nonzero(way[i:] > way[i] + length)[0]
            if len(j):
                j = i + j[0]
                e = np.linalg.inv(np.linalg.inv(est[i]) @ est[j]) @ (np.linalg.inv(gt[i]) @ gt[j])
                out.append((np.linalg.norm(e[:3, 3]) / length, angle(e[:3, :3]) / length))
    return np.mean(out, axis=0) if out else None, len(out)


if __name__ == "__main__":
    np.set_printoptions(precision=15)
    for sequence in ("0011", "0020"):
        truth = kitti_frames(sequence)
        tracks = spoiled(truth)
        print(sequence, clear(truth, tracks, 0.5), hota(truth, tracks), repr(idf1(truth, tracks, 0.5)))
        print(sequence, "keyframes", *map(repr, tracking_benchmark(truth, tracks)))
        for distance in (0.5, 1.0, 2.0, 4.0):
            print(sequence, distance, *map(repr, average_precision(truth, tracks, distance)))
        print(sequence, "nds", *map(repr, detection_score(truth, tracks)))
    est, gt = poses("poses_kissicp_velo_f000-059.txt"), poses("poses_oxts_velo_f000-059.txt")
    print("ate", *map(repr, ate(est, gt)))
    # the drive is 69 m long: ten times its size gives segments, and scales translations alone
    big = [est.copy(), gt.copy()]
    for b in big:
        b[:, :3, 3] *= 10
    print("drift x10", drift(big[0], big[1], range(100, 900, 100)))
