<?php
header('Content-Type: text/csv');
readfile('D:/home/data/report.csv');
