<?php
$entries = json_decode(@file_get_contents('D:/home/data/guestbook.json') ?: '[]', true);
?>
<!DOCTYPE html>
<title>Guestbook</title>
<ul>
<?php foreach ($entries as $entry): ?>
  <li><?= htmlspecialchars($entry['text']) ?></li>
<?php endforeach ?>
</ul>
