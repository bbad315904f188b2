"""The annexes of Council Regulation (EU) 2017/1509 on the DPRK, as one table."""
