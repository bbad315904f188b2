// What the page gives the island; see workbench/network/model.py.
export interface Spot {
  id: string;
  name: string;
  shape: "person" | "company" | "bank" | "ship" | "state" | "group";
  kind: string;
  listed: boolean;
  standing: string;
  x: number;
  y: number;
  more: number;
  href: string;
  open: string;
  all: string;
  hide: string;
}
export interface Proof {
  words: string;
  grade: string;
  days: string;
  unverified: boolean;
  href: string;
}
export interface Joined {
  id: string;
  source: string;
  target: string;
  label: string;
  unverified: boolean;
  ties: Proof[];
}
export interface Drawn {
  spots: Spot[];
  joins: Joined[];
  undo: string;
  said: string;
}
