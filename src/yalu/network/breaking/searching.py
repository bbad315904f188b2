"""Local search for a set of parties that leaves no group above the limit, at the least cost."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.compiling import compiled
from yalu.network.breaking.splitting import choose

COST, BEST, OUT, FREE, TURN = range(5)
PARTNERS = 8
"""How many are looked at who could come back together with a party."""
"""What the places of ``tally`` hold: cost now, lowest cost, how many are out, free labels, turns made."""


@compiled
def settle(
    start: Ints, ends: Ints, gone: Flags, label: Ints, size: Ints, free: Ints, tally: Ints, room: Ints
) -> None:
    """Label the groups that are left when the parties are gone; a party that is gone has the label -1."""
    n = len(start) - 1
    queue = room[0]
    label[:] = -1
    size[:] = 0
    labels = len(size)
    for i in range(labels):
        free[i] = labels - 1 - i
    tally[FREE] = labels
    for party in range(n):
        if gone[party] or label[party] >= 0:
            continue
        tally[FREE] -= 1
        mine = free[tally[FREE]]
        label[party] = mine
        queue[0] = party
        at = 0
        many = 1
        while at < many:
            for i in range(start[queue[at]], start[queue[at] + 1]):
                other = ends[i]
                if not gone[other] and label[other] < 0:
                    label[other] = mine
                    queue[many] = other
                    many += 1
            at += 1
        size[mine] = many


@compiled
def joined(start: Ints, ends: Ints, label: Ints, size: Ints, party: int, around: Ints) -> int:
    """How large the group would be that a party makes when it comes back."""
    total = 1
    groups = 0
    for at in range(start[party], start[party + 1]):
        mine = label[ends[at]]
        if mine >= 0 and size[mine] > 0:
            total += size[mine]
            size[mine] = -size[mine]
            around[groups] = mine
            groups += 1
    for i in range(groups):
        size[around[i]] = -size[around[i]]
    return total


@compiled
def search(
    start: Ints,
    ends: Ints,
    cost: Ints,
    limit: int,
    gone: Flags,  # the set now; never a group above the limit
    label: Ints,
    size: Ints,  # one for each label, 2 x n + 2; 0 where nobody has it
    free: Ints,  # the labels that nobody has, in the first places
    outs: Ints,  # those who are out and may come back, in the first places
    place: Ints,  # where in ``outs`` a party stands; -1 for others
    hold: Ints,  # until which turn a party stays as it is; the highest number forever
    best: Flags,
    tally: Ints,
    room: Ints,  # 13 x n
    tries: int,
    turns: int,
    heat: float,
    seed: int,
) -> None:
    """Take turns: bring a party back, break what is too large by others, keep it if it costs no more.

    A dearer set is kept with the chance exp(-excess / heat). Of the lowest the last one is kept in ``best``.
    """
    np.random.seed(seed)
    partners = room[6]
    cheapest = cost.min()
    was, group, next_group, dropped, pieces, around = room[8], room[9], room[10], room[11], room[12], room[7]
    for _ in range(turns):
        if tally[OUT] == 0:
            return
        tally[TURN] += 1
        turn = tally[TURN]
        back = -1
        least = np.inf
        for _try in range(1 + np.random.randint(tries)):
            party = outs[np.random.randint(tally[OUT])]
            if hold[party] > turn:
                continue
            reach = joined(start, ends, label, size, party, around) / cost[party]
            if reach < least:
                least = reach
                back = party
        if back < 0:
            continue
        allowed = -heat * np.log(1.0 - np.random.random())
        # bring it back, perhaps with another whose group it joins
        tally[FREE] -= 1
        mine = free[tally[FREE]]
        first = tally[FREE]  # labels from here on are ours, or are given back
        extra = np.random.random() < 0.25
        second = -1
        met = 0
        many = 1
        at = 0
        group[0] = back
        was[back] = -1
        label[back] = mine
        gain = cost[back]
        while True:
            while at < many:
                party = group[at]
                at += 1
                for i in range(start[party], start[party + 1]):
                    other = ends[i]
                    if label[other] >= 0:
                        if label[other] != mine:
                            was[other] = label[other]
                            label[other] = mine
                            group[many] = other
                            many += 1
                    elif extra and place[other] >= 0 and hold[other] <= turn:
                        met += 1
                        if met <= PARTNERS:
                            partners[met - 1] = other
                        elif np.random.randint(met) < PARTNERS:
                            partners[np.random.randint(PARTNERS)] = other
            if not extra or met == 0:
                break
            extra = False
            least = np.inf
            for i in range(min(met, PARTNERS)):
                reach = joined(start, ends, label, size, partners[i], around) / cost[partners[i]]
                if reach < least:
                    least = reach
                    second = partners[i]
            was[second] = -1
            label[second] = mine
            gain += cost[second]
            group[many] = second
            many += 1
        # break what is too large; pieces stand one after the other in ``group``
        held, hold[back] = hold[back], turn + 1
        held_too = 0
        if second >= 0:
            held_too, hold[second] = hold[second], turn + 1
        spent = 0
        drops = 0
        works = True
        waiting = 0
        if many > limit:
            pieces[0] = 0
            pieces[1] = many
            waiting = 2
        else:
            size[mine] = many
        while waiting > 0:
            waiting -= 2
            low, high = pieces[waiting], pieces[waiting + 1]
            goes, enough = choose(start, ends, label, group[low:high], cost, limit, hold, turn, room)
            least_more = 0 if enough else cheapest
            if (
                goes < 0
                or spent + cost[goes] + least_more - gain > allowed
                or tally[FREE] <= start[goes + 1] - start[goes]
            ):
                works = False
                break
            spent += cost[goes]
            old = label[goes]
            label[goes] = -1
            size[old] = 0
            dropped[drops] = goes
            drops += 1
            count = low
            for i in range(start[goes], start[goes + 1]):
                head = ends[i]
                if label[head] != old:
                    continue
                tally[FREE] -= 1
                piece = free[tally[FREE]]
                begin = count
                label[head] = piece
                next_group[count] = head
                count += 1
                at = begin
                while at < count:
                    party = next_group[at]
                    at += 1
                    for j in range(start[party], start[party + 1]):
                        other = ends[j]
                        if label[other] == old:
                            label[other] = piece
                            next_group[count] = other
                            count += 1
                size[piece] = count - begin
                if count - begin > limit:
                    pieces[waiting] = begin
                    pieces[waiting + 1] = count
                    waiting += 2
            group[low:count] = next_group[low:count]
            if count < high:
                group[count] = goes
        hold[back] = held
        if second >= 0:
            hold[second] = held_too
        _end(label, size, free, tally, was, group, many, first, works)
        if not works:
            continue
        tally[COST] += spent - gain
        for party in (back, second):
            if party >= 0:
                gone[party] = False
                tally[OUT] -= 1
                last = outs[tally[OUT]]
                outs[place[party]] = last
                place[last] = place[party]
                place[party] = -1
                hold[party] = turn + 1 + np.random.randint(4)
        for i in range(drops):
            party = dropped[i]
            gone[party] = True
            place[party] = tally[OUT]
            outs[tally[OUT]] = party
            tally[OUT] += 1
            hold[party] = turn + 1 + np.random.randint(10)
        if tally[COST] <= tally[BEST]:
            tally[BEST] = tally[COST]
            best[:] = gone


@compiled
def _end(
    label: Ints,
    size: Ints,
    free: Ints,
    tally: Ints,
    was: Ints,
    group: Ints,
    many: int,
    first: int,
    works: bool,
) -> None:
    """Free the labels that nobody has any more; where it did not work, give all their old ones back."""
    if not works:
        for i in range(many):
            label[group[i]] = was[group[i]]
        for i in range(tally[FREE], first + 1):
            size[free[i]] = 0
        tally[FREE] = first + 1
        return
    top = tally[FREE]
    for i in range(tally[FREE], first + 1):
        if size[free[i]] == 0:
            free[top] = free[i]
            top += 1
    for i in range(many):
        old = was[group[i]]
        if old >= 0 and size[old] > 0:
            size[old] = 0
            free[top] = old
            top += 1
    tally[FREE] = top
