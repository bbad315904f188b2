"""The annexes of Regulation (EU) 2017/1509."""
